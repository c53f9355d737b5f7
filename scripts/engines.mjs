import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);

const firstOf = (variable, names, paths = []) => {
  const chosen = process.env[variable];
  if (chosen) return isExecutable(chosen) ? chosen : undefined;
  return names.map(onPath).find(Boolean) ?? paths.find(isExecutable);
};

/** Folder of the site generators that are npm packages. */
export const SITES_FOLDER = join(import.meta.dirname, '../test/packs/sites');
/** Folder of the frameworks that are npm packages. */
export const FRAMEWORKS_FOLDER = join(import.meta.dirname, '../test/package/frameworks');
/** Folder of the DOMs and tools in which consumers test their pages, which are npm packages. */
export const ENVIRONMENTS_FOLDER = join(import.meta.dirname, '../test/package/testing');
/** Folder of the documentation site, whose generator is an npm package. */
export const DOCS_SITE_FOLDER = join(import.meta.dirname, '../docs/site');
const SITE_MODULES = join(SITES_FOLDER, 'node_modules');

const DEBIAN_LIBRARIES = ['x86_64-linux-gnu', 'aarch64-linux-gnu'];

const postgresFolders = () => {
  const root = '/usr/lib/postgresql';
  return existsSync(root) ? readdirSync(root).map((version) => join(root, version, 'bin')) : [];
};

/**
 * Finds the programs that the tests use: by environment variable (`CHROMIUM_PATH`, …) if set, otherwise on the PATH, then
 * at Debian's locations.
 *
 * @returns Paths by name; `undefined` for a program that is not installed.
 */
export function findPrograms() {
  return {
    chromium: firstOf('CHROMIUM_PATH', ['chromium', 'chromium-browser', 'google-chrome']),
    firefox: firstOf('FIREFOX_PATH', ['firefox-esr', 'firefox']),
    webkitBrowser: firstOf(
      'WEBKIT_BROWSER_PATH',
      [],
      DEBIAN_LIBRARIES.map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`),
    ),
    webkitDriver: firstOf('WEBKIT_DRIVER_PATH', ['WebKitWebDriver']),
    xvfb: firstOf('XVFB_PATH', ['Xvfb']),
    postgres: firstOf(
      'POSTGRES_PATH',
      ['initdb'],
      postgresFolders().map((folder) => join(folder, 'initdb')),
    ),
    pgbouncer: firstOf('PGBOUNCER_PATH', ['pgbouncer'], ['/usr/sbin/pgbouncer']),
    php: firstOf('PHP_PATH', ['php']),
    hugo: firstOf('HUGO_PATH', ['hugo']),
    jekyll: firstOf('JEKYLL_PATH', ['jekyll']),
    eleventy: firstOf('ELEVENTY_PATH', [], [join(SITE_MODULES, '@11ty/eleventy/cmd.cjs')]),
    astro: firstOf('ASTRO_PATH', [], [join(SITE_MODULES, 'astro/astro.js')]),
    frameworks: firstOf(
      'FRAMEWORKS_PATH',
      [],
      [join(FRAMEWORKS_FOLDER, 'node_modules/@angular/core')],
    ),
    environments: firstOf(
      'ENVIRONMENTS_PATH',
      [],
      [join(ENVIRONMENTS_FOLDER, 'node_modules/vitest')],
    ),
    vitepress: firstOf(
      'VITEPRESS_PATH',
      [],
      [join(DOCS_SITE_FOLDER, 'node_modules/.bin/vitepress')],
    ),
    nginx: firstOf('NGINX_PATH', ['nginx'], ['/usr/sbin/nginx']),
    apache: firstOf('APACHE_PATH', ['apache2'], ['/usr/sbin/apache2']),
    caddy: firstOf('CADDY_PATH', ['caddy']),
    haproxy: firstOf('HAPROXY_PATH', ['haproxy'], ['/usr/sbin/haproxy']),
    varnish: firstOf('VARNISH_PATH', ['varnishd'], ['/usr/sbin/varnishd']),
  };
}

/** The programs that each engine needs. */
export const ENGINE_PROGRAMS = {
  chromium: ['chromium'],
  firefox: ['firefox'],
  webkit: ['webkitBrowser', 'webkitDriver', 'xvfb'],
};

/** Flags for a Chromium that is headless, offline and perhaps run by root. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Settings of a Firefox for tests: none of the extensions that come with it, which take 2 of its 8 seconds of computing at a start. */
export const FIREFOX_SETTINGS = { 'extensions.enabledScopes': 0 };

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from './installed-package.mjs';

const check = (environment) =>
  spawnSync(process.execPath, ['scripts/setup-browsers.mjs', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, CI: '', ...environment },
  });

const NOWHERE = join(ROOT, 'no-such-program');

describe('setup-browsers --check', () => {
  for (const [variable, name, packages] of [
    ['CHROMIUM_PATH', 'chromium', 'chromium'],
    ['FIREFOX_PATH', 'firefox', 'firefox-esr'],
    ['WEBKIT_DRIVER_PATH', 'webkit', 'webkit2gtk-driver xvfb'],
    ['WEBKIT_BROWSER_PATH', 'webkit', 'webkit2gtk-driver xvfb'],
    ['XVFB_PATH', 'webkit', 'webkit2gtk-driver xvfb'],
    ['POSTGRES_PATH', 'postgres', 'postgresql'],
    ['PHP_PATH', 'php', 'php-cli'],
    ['HUGO_PATH', 'hugo', 'hugo'],
    ['JEKYLL_PATH', 'jekyll', 'jekyll'],
    ['ELEVENTY_PATH', 'eleventy and astro', 'npm sites'],
    ['ASTRO_PATH', 'eleventy and astro', 'npm sites'],
    ['FRAMEWORKS_PATH', 'frameworks', 'npm frameworks'],
    ['ENVIRONMENTS_PATH', 'test environments', 'npm testing'],
    ['VITEPRESS_PATH', 'documentation site', 'npm site'],
    ['NGINX_PATH', 'nginx', 'nginx-light'],
  ]) {
    it(`names ${name} and how to get it when ${variable} leads nowhere`, () => {
      const { stdout, status } = check({ [variable]: NOWHERE });
      const line = stdout.split('\n').find((text) => text.startsWith(`${name}: `));
      assert.match(line, /MISSING/);
      assert.ok(
        packages.startsWith('npm ')
          ? /npm install --prefix \S+$/.test(line) && line.endsWith(`/${packages.slice(4)}`)
          : line.endsWith(`apt-get install --no-install-recommends ${packages}`),
        line,
      );
      assert.equal(status, 0);
    });

    it(`fails in CI when ${variable} leads nowhere`, () => {
      assert.equal(check({ [variable]: NOWHERE, CI: 'true' }).status, 1);
    });
  }
});

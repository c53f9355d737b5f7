// Installs the programs that the tests need: browsers, Postgres, proxies, fonts, PHP and site generators.
//
//   node scripts/setup-browsers.mjs          installs missing programs, if it can (root on Debian or Ubuntu)
//   node scripts/setup-browsers.mjs --check  only lists them
//
// With CI=true the exit code is 1 when a program is missing; otherwise it is 0.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  DOCS_SITE_FOLDER,
  ENVIRONMENTS_FOLDER,
  findPrograms,
  FRAMEWORKS_FOLDER,
  SITES_FOLDER,
} from './engines.mjs';

/** The tests' needs, in the order of the output: programs, and the Debian packages or the npm folder that provide them. */
const NEEDS = [
  { name: 'chromium', programs: ['chromium'], packages: ['chromium'] },
  { name: 'firefox', programs: ['firefox'], packages: ['firefox-esr'] },
  {
    name: 'webkit',
    programs: ['webkitBrowser', 'webkitDriver', 'xvfb'],
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
  { name: 'postgres', programs: ['postgres'], packages: ['postgresql'] },
  { name: 'pgbouncer', programs: ['pgbouncer'], packages: ['pgbouncer'] },
  { name: 'php', programs: ['php'], packages: ['php-cli'] },
  { name: 'hugo', programs: ['hugo'], packages: ['hugo'] },
  { name: 'jekyll', programs: ['jekyll'], packages: ['jekyll'] },
  // These npm packages have hundreds of dependencies, so they have a folder of their own: `npm install` stays small.
  {
    name: 'eleventy and astro',
    programs: ['eleventy', 'astro'],
    packages: [],
    npmFolder: SITES_FOLDER,
  },
  { name: 'frameworks', programs: ['frameworks'], packages: [], npmFolder: FRAMEWORKS_FOLDER },
  {
    name: 'test environments',
    programs: ['environments'],
    packages: [],
    npmFolder: ENVIRONMENTS_FOLDER,
  },
  {
    name: 'documentation site',
    programs: ['vitepress'],
    packages: [],
    npmFolder: DOCS_SITE_FOLDER,
  },
  { name: 'nginx', programs: ['nginx'], packages: ['nginx-light'] },
  // Without "-bin", Debian starts it on port 80.
  { name: 'apache', programs: ['apache'], packages: ['apache2-bin'] },
  { name: 'caddy', programs: ['caddy'], packages: ['caddy'] },
  { name: 'haproxy', programs: ['haproxy'], packages: ['haproxy'] },
  { name: 'varnish', programs: ['varnish'], packages: ['varnish'] },
];

// Without these fonts text widths differ between machines, and Arabic letters are boxes.
const FONT_PACKAGES = [
  { file: '/usr/share/fonts/truetype/dejavu', package: 'fonts-dejavu-core' },
  { file: '/usr/share/fonts/truetype/noto', package: 'fonts-noto-core' },
];

/**
 * Looks for the programs that the tests need.
 *
 * @returns For each need: its name, whether all its programs were found, and the packages that provide them.
 */
export function findNeeds() {
  const found = findPrograms();
  return NEEDS.map(({ programs, ...need }) => ({
    ...need,
    present: programs.every((program) => found[program]),
  }));
}

/** One line about a need: found, or the command that installs it. */
export const describeNeed = ({ name, present, packages, npmFolder }) =>
  present
    ? `${name}: found`
    : `${name}: MISSING; install it with: ${
        npmFolder
          ? `npm install --prefix ${npmFolder}`
          : `sudo apt-get install --no-install-recommends ${packages.join(' ')}`
      }`;

const aptGet = (...parameters) =>
  spawnSync('apt-get', parameters, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

// Not `npm ci`: some registries lack other platforms' optional packages, and npm then calls the lock file out of sync.
const npmInstall = async (folder) => {
  console.log(`installing the packages of ${folder}/package.json`);
  const npm = spawn(
    'npm',
    ['install', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'],
    { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  // Whether it worked is seen by what is there afterwards.
  await new Promise((resolve) => npm.once('error', resolve).once('close', resolve));
};

const canInstall = () =>
  process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * Installs missing programs where possible, and prints which are found and which are missing.
 *
 * @param options.install `false` to install nothing.
 * @returns {Promise<{ name: string, present: boolean, packages: string[], npmFolder?: string }[]>} The needs afterwards.
 */
export async function setUp({ install = true } = {}) {
  const missing = findNeeds().filter(({ present }) => !present);
  const packages = [
    ...missing.flatMap((need) => need.packages),
    ...FONT_PACKAGES.filter(({ file }) => !existsSync(file)).map((font) => font.package),
  ];
  if (install && packages.length > 0 && canInstall()) {
    console.log(`installing ${packages.join(' ')}`);
    aptGet('update', '-q');
    aptGet('install', '-qy', '--no-install-recommends', ...packages);
  }
  const folders = missing.flatMap(({ npmFolder }) => npmFolder ?? []);
  if (install) await Promise.all(folders.map(npmInstall));
  const needs = findNeeds();
  for (const need of needs) console.log(describeNeed(need));
  return needs;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const needs = await setUp({ install: !process.argv.includes('--check') });
  const complete = needs.every(({ present }) => present);
  process.exitCode = complete || process.env.CI !== 'true' ? 0 : 1;
}

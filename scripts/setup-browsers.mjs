// Makes sure that the browsers, the databases, the fonts and the hosts of packs that the tests need are there.
//
//   node scripts/setup-browsers.mjs          installs what is missing, where it may (root on Debian or Ubuntu)
//   node scripts/setup-browsers.mjs --check  only says what is missing
//
// Exit code 1 when something is missing and CI=true, where all of it is required; otherwise 0.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findPrograms, SITES_FOLDER } from './engines.mjs';

/** What the tests need, in the order in which it is told: the programs, and the Debian packages or the folder of npm packages that bring them. */
const NEEDS = [
  { name: 'chromium', programs: ['chromium'], packages: ['chromium'] },
  { name: 'firefox', programs: ['firefox'], packages: ['firefox-esr'] },
  {
    name: 'webkit',
    programs: ['webkitBrowser', 'webkitDriver', 'xvfb'],
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
  { name: 'postgres', programs: ['postgres'], packages: ['postgresql'] },
  { name: 'php', programs: ['php'], packages: ['php-cli'] },
  { name: 'hugo', programs: ['hugo'], packages: ['hugo'] },
  { name: 'jekyll', programs: ['jekyll'], packages: ['jekyll'] },
  // npm packages with hundreds of others below them, in a folder of their own: everybody's `npm install` stays small.
  {
    name: 'eleventy and astro',
    programs: ['eleventy', 'astro'],
    packages: [],
    npmFolder: SITES_FOLDER,
  },
];

// Without fonts of their own the pages still work, but text widths differ from machine to machine and Arabic is boxes.
const FONT_PACKAGES = [
  { file: '/usr/share/fonts/truetype/dejavu', package: 'fonts-dejavu-core' },
  { file: '/usr/share/fonts/truetype/noto', package: 'fonts-noto-core' },
];

/**
 * Says what the tests need and whether it is there.
 *
 * @returns For each need: its name, whether all its programs were found, and what brings them.
 */
export function findNeeds() {
  const found = findPrograms();
  return NEEDS.map(({ programs, ...need }) => ({
    ...need,
    present: programs.every((program) => found[program]),
  }));
}

/** One line about a need: that it is there, or the command that brings it. */
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

// Not `npm ci`: some registries lack other platforms' optional packages, and npm then calls the lock file out of step.
const npmInstall = (folder) => {
  console.log(`installing what ${folder}/package.json names`);
  spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
};

const canInstall = () =>
  process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * Installs what is missing when that is possible here, and tells about what stays missing.
 *
 * @param options.install `false` to look only.
 * @returns {{ name: string, present: boolean, packages: string[], npmFolder?: string }[]} The needs, as they are afterwards.
 */
export function setUp({ install = true } = {}) {
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
  for (const { npmFolder } of install ? missing : []) {
    if (npmFolder) npmInstall(npmFolder);
  }
  const needs = findNeeds();
  for (const need of needs) console.log(describeNeed(need));
  return needs;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const needs = setUp({ install: !process.argv.includes('--check') });
  const complete = needs.every(({ present }) => present);
  process.exitCode = complete || process.env.CI !== 'true' ? 0 : 1;
}

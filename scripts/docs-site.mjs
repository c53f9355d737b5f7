// Builds the documentation site, docs/site/dist/, with a generator that has a folder of packages of its own:
//
//   node scripts/docs-site.mjs              installs the generator where it is missing or older than its lock file, and builds
//   node scripts/docs-site.mjs --if-needed  builds only when what the site is made of is not what it was made of last
//
// It needs nothing of `npm run build`, so that both can run at the same time.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stagePages } from '../docs/site/build/stage.mjs';
import { runCommand } from './run-command.mjs';

process.chdir(join(import.meta.dirname, '..'));

const SITE = 'docs/site';
const GENERATOR = `${SITE}/node_modules/.bin/vitepress`;
const STAMP = 'node_modules/.cache/outage-status/docs-site';
/** What its pages and its live elements are made of. */
const INPUTS = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  'custom-elements.json',
  'demo/icon.svg',
  'docs',
  'findings/README.md',
  'packs',
  'src/feed',
  'src/model',
  'src/sources',
  'src/testing',
];
const NO_INPUTS = ['node_modules', 'dist', '.pages', '.temp'];

const listFiles = (path) => {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !NO_INPUTS.includes(name))
    .toSorted()
    .flatMap((name) => listFiles(join(path, name)));
};

/** A hash of all inputs. Times do not do: the build writes the manifest anew, mostly as it was. */
const fingerprint = () => {
  const hash = createHash('sha256');
  for (const path of INPUTS.flatMap(listFiles)) hash.update(`${path}\n`).update(readFileSync(path));
  return hash.digest('hex');
};

const run = async (what, command) => {
  const { code, output, durationMs } = await runCommand(command, { quiet: true });
  if (code !== 0) throw new Error(`${output}\ndocs: ${what} failed: ${command.join(' ')}`);
  console.log(`docs: ${what} ${(durationMs / 1000).toFixed(1)} s`);
};

const installGenerator = async () => {
  const installed = statSync(`${SITE}/node_modules/.package-lock.json`, { throwIfNoEntry: false });
  const { mtimeMs } = statSync(`${SITE}/package-lock.json`);
  if (existsSync(GENERATOR) && installed?.mtimeMs >= mtimeMs) return;
  // Not `npm ci`: some registries lack other platforms' optional packages, and npm then calls the lock file out of step.
  const quietly = ['--no-audit', '--no-fund', '--no-save', '--ignore-scripts', '--loglevel=error'];
  await run('generator', ['npm', 'install', '--prefix', SITE, ...quietly]);
};

const build = async (stamp) => {
  // First, as the build of the package may rewrite what it reads.
  stagePages(`${SITE}/.pages`);
  await installGenerator();
  await run('site', [GENERATOR, 'build', SITE]);
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, stamp);
};

const stamp = fingerprint();
const isCurrent =
  existsSync(`${SITE}/dist/index.html`) &&
  existsSync(STAMP) &&
  readFileSync(STAMP, 'utf8') === stamp;
if (process.argv.includes('--if-needed') && isCurrent) console.log('docs: up to date');
else {
  try {
    await build(stamp);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

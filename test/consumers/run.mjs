// Builds a small app with each framework and bundler, and tries it in Chromium against the real feed server in demo mode.
// Not part of `npm test`: the apps have thousands of dependencies. See README.md.
//
//   npm run test:consumers               all
//   npm run test:consumers -- next vue   those whose names begin so
//   npm run test:consumers -- --ci       those that CI tries; writes no results
//
// `--counts=path` writes the numbers of outcomes there. CONSUMERS_FOLDER=path keeps the installed apps there, which makes
// the next run quicker; without it they are removed.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBrowser } from '../e2e/support/browser.mjs';
import { startServer } from '../e2e/support/server.mjs';
import { ROOT, run } from '../package/installed-package.mjs';
import { writeSizes } from './support/sizes-table.mjs';
import { tryApp } from './support/try-app.mjs';

const APPS = join(import.meta.dirname, 'apps');
const RESULTS = join(import.meta.dirname, 'results.json');
/** The frameworks with the most users whose two apps together compute for less than a minute. */
const IN_CI = ['react-vite', 'vue-vite'];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { ci: { type: 'boolean' }, counts: { type: 'string' } },
});
const wanted = options.ci ? IN_CI : positionals;
const all = readdirSync(APPS).toSorted();
const names = all.filter(
  (name) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)),
);
if (names.length === 0) throw new Error(`no app begins with ${wanted.join(' or ')}`);

const readResults = () => (existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : {});

/** Writes one app's outcome; an app that could not be tried has none. Read anew: another run may write meanwhile. */
const writeResult = (name, result) => {
  const known = { ...readResults(), [name]: result };
  const results = Object.fromEntries(all.map((each) => [each, known[each]]));
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
};

const counts = { passed: 0, failed: 0, skipped: 0 };

const report = (name, { pages }) => {
  for (const [page, outcomes] of Object.entries(pages)) {
    for (const [assertion, { outcome, problem, reason }] of Object.entries(outcomes)) {
      counts[outcome === 'failed' ? 'failed' : 'passed'] += 1;
      const why = problem ?? reason;
      console.log(`${outcome.padEnd(12)} ${name}, ${page}: ${assertion}${why ? `: ${why}` : ''}`);
    }
  }
};

const work =
  process.env.CONSUMERS_FOLDER ?? mkdtempSync(join(tmpdir(), 'outage-status-consumers-'));
mkdirSync(work, { recursive: true });
const [{ filename }] = JSON.parse(
  run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work], { cwd: ROOT }),
);
const tarball = join(work, filename);
const server = await startServer();
const browser = await startBrowser('chromium');
const tried = {};
try {
  for (const name of names) {
    const copy = join(work, name);
    try {
      tried[name] = await tryApp(join(APPS, name), { browser, copy, server: server.url, tarball });
      report(name, tried[name]);
    } catch (error) {
      console.log(`FAIL ${name}: ${error.message}`);
      counts.failed += 1;
    }
    if (!options.ci) writeResult(name, tried[name]);
  }
} finally {
  await browser.close();
  await server.stop();
  if (!process.env.CONSUMERS_FOLDER) rmSync(work, { recursive: true, force: true });
}
if (options.counts) writeFileSync(options.counts, JSON.stringify(counts));
const sizes = writeSizes(Object.values(tried));
if (sizes) console.log(`\n${sizes}\n`);
console.log(`${names.length} apps: ${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

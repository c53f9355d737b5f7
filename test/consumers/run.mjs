// Builds a small app with each framework and bundler, and tries it in Chromium against the real feed server in demo mode.
// Not part of `npm test`: the apps have thousands of dependencies. See README.md.
//
//   npm run test:consumers               all
//   npm run test:consumers -- next vue   those whose names begin so
//
// CONSUMERS_FOLDER=path keeps the installed apps there, which makes the next run quicker; without it they are removed.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowser } from '../e2e/support/browser.mjs';
import { startServer } from '../e2e/support/server.mjs';
import { ROOT, run } from '../package/installed-package.mjs';
import { checkPage } from './support/check-app.mjs';
import { checkBundle } from './support/check-bundle.mjs';
import { prepareApp } from './support/prepare-app.mjs';
import { serveApp } from './support/serve-app.mjs';

const APPS = join(import.meta.dirname, 'apps');
const RESULTS = join(import.meta.dirname, 'results.json');

const wanted = process.argv.slice(2);
const names = readdirSync(APPS)
  .toSorted()
  .filter((name) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)));
if (names.length === 0) throw new Error(`no app begins with ${wanted.join(' or ')}`);

/** What one page's checks mean: `possible` says what this framework cannot do. */
const judge = (outcomes, page, notPossible) =>
  Object.fromEntries(
    Object.entries(outcomes).map(([assertion, problem]) => {
      const reason = notPossible[`${page}: ${assertion}`] ?? notPossible[assertion];
      if (!reason) return [assertion, problem ? { outcome: 'failed', problem } : { outcome: 'ok' }];
      if (problem) return [assertion, { outcome: 'not possible', reason }];
      return [
        assertion,
        { outcome: 'failed', problem: 'it works, and consumer.mjs says that it cannot' },
      ];
    }),
  );

const versionOf = (copy, name) =>
  JSON.parse(readFileSync(join(copy, 'node_modules', name, 'package.json'), 'utf8')).version;

async function runApp(name, { browser, server, tarball, work }) {
  const { default: app } = await import(join(APPS, name, 'consumer.mjs'));
  const copy = join(work, name);
  mkdirSync(copy, { recursive: true });
  await prepareApp(app, { folder: join(APPS, name), copy, tarball, server });
  const site = await serveApp(app.serve, copy);
  const notPossible = app.notPossible ?? {};
  const pages = {};
  try {
    if (app.isBundle)
      pages.page = judge(await checkBundle({ browser, origin: site.origin }), 'page', notPossible);
    for (const [page, path] of Object.entries(app.pages ?? {})) {
      const url = site.origin + path;
      const outcomes = await checkPage({ app, browser, server, url, isLate: page === 'late' });
      pages[page] = judge(outcomes, page, notPossible);
    }
  } finally {
    await site.close();
  }
  const versions = Object.fromEntries(app.packages.map((each) => [each, versionOf(copy, each)]));
  return {
    title: app.title,
    isBundle: app.isBundle,
    date: new Date().toISOString().slice(0, 10),
    versions,
    pages,
  };
}

/** Writes one app's outcome; an app that could not be tried has none. Read anew: another run may write meanwhile. */
const writeResult = (name, result) => {
  const earlier = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : {};
  const all = { ...earlier, [name]: result };
  const results = Object.fromEntries(
    readdirSync(APPS)
      .toSorted()
      .map((each) => [each, all[each]]),
  );
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
};

const work =
  process.env.CONSUMERS_FOLDER ?? mkdtempSync(join(tmpdir(), 'outage-status-consumers-'));
mkdirSync(work, { recursive: true });
const [{ filename }] = JSON.parse(
  run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work], { cwd: ROOT }),
);
const server = await startServer();
const browser = await startBrowser('chromium');
let failures = 0;
try {
  for (const name of names) {
    let result;
    try {
      const tarball = join(work, filename);
      result = await runApp(name, { browser, server: server.url, tarball, work });
    } catch (error) {
      console.log(`FAIL ${name}: ${error.message}`);
      failures += 1;
      writeResult(name, undefined);
      continue;
    }
    writeResult(name, result);
    for (const [page, outcomes] of Object.entries(result.pages)) {
      for (const [assertion, { outcome, problem, reason }] of Object.entries(outcomes)) {
        if (outcome === 'failed') failures += 1;
        console.log(
          `${outcome.padEnd(12)} ${name}, ${page}: ${assertion}${problem || reason ? `: ${problem ?? reason}` : ''}`,
        );
      }
    }
  }
} finally {
  await browser.close();
  await server.stop();
  if (!process.env.CONSUMERS_FOLDER) rmSync(work, { recursive: true, force: true });
}
console.log(`${names.length} apps, ${failures} failed`);
process.exitCode = failures > 0 ? 1 : 0;

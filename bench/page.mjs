// Measures the widget in a page beside other widgets, in turns, in headless Chromium.
//
//   npm run bench:page                            everything, about 25 minutes
//   npm run bench:page -- --quick                 two rounds with one copy and 500
//   npm run bench:page -- --conditions slow:1 --only outage-status,hand-written --rounds 9
//   npm run bench:page -- --shift                 only what moves in pages with the builder's snippets
//
// The published peers are installed into bench/page/ on the first run, and nowhere else.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, findPrograms } from '../scripts/engines.mjs';
import { bundlePeers } from './page/bundle.mjs';
import { CONTESTANTS } from './page/contestants.mjs';
import { readFeeds } from './page/feeds.mjs';
import { measureVisit } from './page/measure.mjs';
import { reportGoals, reportTable } from './page/report.mjs';
import { tabulateShifts } from './page/shift.mjs';
import { startSite } from './page/site.mjs';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    conditions: { type: 'string' },
    only: { type: 'string', default: '' },
    shift: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds ?? (values.quick ? 2 : 7));
const conditions = (
  values.conditions ??
  (values.quick ? 'plain:1,slow:1,plain:500' : 'plain:1,slow:1,plain:100,plain:500')
)
  .split(',')
  .map((condition) => condition.split(':'))
  .map(([profile, copies]) => ({ profile, copies: Number(copies) }));
const contestants = CONTESTANTS.filter(({ name }) =>
  values.only.split(',').some((part) => name.includes(part)),
);

const launch = () =>
  puppeteer.launch({
    executablePath: findPrograms().chromium,
    headless: true,
    args: CHROMIUM_FLAGS,
  });

if (values.shift) {
  const browser = await launch();
  try {
    console.log(await tabulateShifts(browser));
  } finally {
    await browser.close();
  }
  process.exit();
}

const own = fileURLToPath(new URL('page/', import.meta.url));
if (!existsSync(`${own}node_modules`)) {
  const parameters = ['install', '--no-audit', '--no-fund', '--no-save'];
  execFileSync('npm', parameters, { cwd: own, stdio: 'inherit' });
}

const files = new Map();
const site = await startSite({ files, ...(await readFeeds()) });
for (const [path, text] of await bundlePeers(site.origin)) files.set(path, text);
site.warm();
const browser = await launch();

const visits = new Map();
const keyOf = ({ name }, { profile, copies }) => `${name} ${profile} ${copies}`;
try {
  for (let round = 0; round < rounds; round += 1) {
    for (const condition of conditions) {
      for (const contestant of contestants) {
        const key = keyOf(contestant, condition);
        const visit = await measureVisit(browser, site, contestant, condition).catch((error) => {
          console.error(`${key}: ${error.message}`);
          return undefined;
        });
        if (values.verbose) console.error(key, JSON.stringify(visit));
        if (visit) visits.set(key, [...(visits.get(key) ?? []), visit]);
      }
    }
    console.error(`round ${round + 1} of ${rounds}`);
  }
} finally {
  await browser.close();
  site.close();
}

const visitsOf = (contestant, condition) => visits.get(keyOf(contestant, condition)) ?? [];
console.log(`${new Date().toISOString().slice(0, 10)}, median of ${rounds} rounds\n`);
for (const condition of conditions) {
  console.log(reportTable(condition, contestants, visitsOf));
}
console.log(reportGoals(contestants, visitsOf));

// Measures how good the decisions are: our detector and common others on simulated report streams with known outages.
//
//   npm run bench:detect                                       every table with its targets; half an hour
//   npm run bench:detect -- --suite suite-dev.json --seeds 1 --classes medium,large     one suite, a short run
//   npm run bench:detect -- --surges                           surges on an even service, minutes until a problem opens
//   npm run bench:detect -- --expectation                      new services whose catalogue expects too little or too much
//   npm run bench:detect -- --incidents folder                 real incidents of the Cloud Uptime Archive; --events odd|all
//   npm run bench:detect -- --votes                            ours with "works for me again" votes, of honest people and others
//   npm run bench:detect -- --views                            ours with a ceiling that follows the views of the feed
//   npm run bench:detect -- --replay folder                    real series (CSV: timestamp,value), such as Numenta's tweets
//
// Suites: suite-dev.json, suite-shapes.json (other shapes), suite-everything.json (outages of everything, at once and
// slowly), suite-one-category.json, suite-rough.json, suite-long.json. The numbers are those of `score.mjs`: delays in
// minutes, a missed outage counts as an infinite delay. Ours runs as on the server: it knows what the catalogue expects
// and decides from the first minute.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { SameHour, StaticThreshold, TrailingDay } from './detect/baselines.mjs';
import { printIncidents } from './detect/incidents.mjs';
import { Ours } from './detect/ours.mjs';
import { replayFolder } from './detect/replay.mjs';
import { printSurges } from './detect/surges.mjs';
import { Voices } from './detect/voices.mjs';
import { drawViews, OursByViews, VIEWING } from './detect/views.mjs';
import { drawVotes, VOTING } from './detect/votes.mjs';

const OWN_FOLDER = fileURLToPath(new URL('detect/', import.meta.url));
const MONDAY_SECONDS = 4 * 86_400;
const HALF_DAY_SECONDS = 43_200;

const { values } = parseArgs({
  options: {
    detect: { type: 'string', default: process.env.DETECT_DIR || OWN_FOLDER },
    suite: { type: 'string' },
    targets: { type: 'string' },
    seeds: { type: 'string' },
    classes: { type: 'string' },
    detectors: { type: 'string' },
    replay: { type: 'string' },
    votes: { type: 'boolean', default: false },
    views: { type: 'boolean', default: false },
    surges: { type: 'boolean', default: false },
    draws: { type: 'string', default: '60' },
    expectation: { type: 'boolean', default: false },
    incidents: { type: 'string' },
    events: { type: 'string', default: 'even' },
  },
});

const folder = resolve(values.detect);
const load = (name) => import(pathToFileURL(join(folder, name)).href);
const readJson = (name) => JSON.parse(readFileSync(resolve(folder, name), 'utf8'));

/** Records the counted reports of each minute, and the time it took to recognise clients that had reported before. */
function record(scenario, run) {
  const minutes = (scenario.end - scenario.begin) / 60;
  const counts = Array.from({ length: 4 }, () => new Uint16Array(minutes));
  const heard = new Voices();
  const seen = [];
  let reports = 0;
  let voicesMs = 0;
  const count = () => {
    const startedAt = performance.now();
    for (const [t, category, client] of seen) {
      if (heard.hear(t, client)) counts[category][Math.floor((t - scenario.begin) / 60)] += 1;
    }
    voicesMs += performance.now() - startedAt;
    seen.length = 0;
  };
  run(scenario, (t, category, client) => {
    reports += 1;
    seen.push([t, category, client]);
    if (seen.length === 10_000) count();
  });
  count();
  const voices = Uint32Array.from({ length: minutes }, (_, minute) =>
    counts.reduce((sum, category) => sum + category[minute], 0),
  );
  return { minutes, counts, voices, reports, voicesMs };
}

/**
 * Feeds the recorded minutes to one detector.
 *
 * @param options.votes Votes of each minute; they count while a problem is open, as on the page.
 * @param options.views Views of each minute, for a detector that uses them.
 */
function watch(detector, scenario, { minutes, counts }, { votes, views }) {
  const firstMinute = (scenario.begin - MONDAY_SECONDS) / 60;
  const now = [0, 0, 0, 0];
  const changes = [];
  let status = 0;
  const startedAt = performance.now();
  for (let minute = 0; minute < minutes; minute += 1) {
    for (let category = 0; category < 4; category += 1) now[category] = counts[category][minute];
    const recovered = votes && status > 0 ? votes[minute] : 0;
    const next = detector.tick(firstMinute + minute, now, views ? views[minute] : recovered);
    if (next !== status) changes.push([scenario.begin + (minute + 1) * 60, (status = next)]);
  }
  return { changes, ms: performance.now() - startedAt };
}

const number = (value, digits) => (Number.isFinite(value) ? value.toFixed(digits) : '–');
const COLUMNS = [
  ['false/yr', 9, (r) => number(r.falsePerYear, 2)],
  ['main found', 11, (r) => `${number(r.main.found, 0)} %`],
  ['median', 7, (r) => number(r.main.median, 1)],
  ['p90', 6, (r) => number(r.main.p90, 0)],
  ['weak found', 11, (r) => (r.weak.n ? `${number(r.weak.found, 0)} %` : '')],
  ['median', 7, (r) => (r.weak.n ? number(r.weak.median, 1) : '')],
  ['p90', 6, (r) => (r.weak.n ? number(r.weak.p90, 0) : '')],
  ['missed', 7, (r) => `${number(r.missedPct, 0)} %`],
  ['recovery', 9, (r) => number(r.recoveryMedian, 0)],
  ['p90', 6, (r) => number(r.recoveryP90, 0)],
  ['early', 6, (r) => `${number(r.earlyPct, 0)} %`],
  ['flaps', 6, (r) => number(r.flapsPerOutage, 2)],
  ['talk', 6, (r) => `${number(r.chatterPct, 1)}`],
  ['spam', 5, (r) => `${number(r.spamPct, 1)}`],
  ['µs/report', 10, (r) => number(r.microseconds, 1)],
  ['µs/minute', 10, (r) => number(r.perMinute, 2)],
];

function printTable(results) {
  const head = COLUMNS.map(([name, width]) => name.padStart(width)).join('');
  console.log(`${'service'.padEnd(8)}${'detector'.padEnd(22)}${head}`);
  for (const [cls, byDetector] of Object.entries(results)) {
    for (const [name, result] of Object.entries(byDetector)) {
      const cells = COLUMNS.map(([, width, show]) => show(result).padStart(width)).join('');
      console.log(`${cls.padEnd(8)}${name.padEnd(22)}${cells}`);
    }
  }
}

const { Detector: Reference } = await load('reference.mjs');
const makers = {
  'static 10': () => new StaticThreshold(),
  'mean + 3σ of the day': () => new TrailingDay(),
  'same hour × 5': () => new SameHour(),
  reference: () => new Reference(),
  ours: ({ expected } = {}) => new Ours(expected),
};
/** Targets of our detector, by suite; the other detectors have none. */
const TARGETS = {
  dev: ['targets-dev.json', 'targets-calm.json'],
  shapes: ['targets-shapes.json', 'targets-ends.json'],
};
let missed = 0;

const { Scorer, check } = await load('score.mjs');
const { scenarios, run, truthOf } = await load('simulate.mjs');

/** Variants of our detector that `--votes` and `--views` add. */
const named = (kind, table) =>
  values[kind]
    ? Object.fromEntries(Object.entries(table).map(([name, who]) => [`${kind}: ${name}`, who]))
    : {};
const voting = named('votes', VOTING);
const viewing = named('views', VIEWING);
for (const name of Object.keys(voting)) makers[name] = makers.ours;
for (const name of Object.keys(viewing)) makers[name] = (scenario) => new OursByViews(scenario);
const variants = [...Object.keys(voting), ...Object.keys(viewing)];
const everybody = variants.length > 0 ? ['ours', ...variants] : Object.keys(makers);

/** Runs detectors on a suite. @returns By class and detector: the scorer, and the cost. */
function playSuite(suite, seeds, wanted) {
  const tallies = {};
  for (const seed of seeds) {
    for (const scenario of scenarios(suite, seed, values.classes?.split(','))) {
      const recorded = record(scenario, run);
      for (const name of wanted) {
        const tally = ((tallies[scenario.class] ??= {})[name] ??= {
          scorer: new Scorer(),
          ms: 0,
          watchMs: 0,
          reports: 0,
          minutes: 0,
          services: 0,
          firstHalfDay: 0,
        });
        const { changes, ms } = watch(makers[name](scenario), scenario, recorded, {
          votes: voting[name] && drawVotes(scenario, recorded.voices, voting[name], seed),
          views: viewing[name] && drawViews(scenario, recorded.minutes, viewing[name], seed),
        });
        tally.scorer.add(truthOf(scenario), changes);
        tally.watchMs += ms;
        tally.ms += ms + recorded.voicesMs;
        tally.reports += recorded.reports;
        tally.minutes += recorded.minutes;
        tally.services += 1;
        const isEarly = ([t, level]) => level > 0 && t <= scenario.begin + HALF_DAY_SECONDS;
        if (changes.some(isEarly)) tally.firstHalfDay += 1;
      }
    }
  }
  return tallies;
}

function summarize({ scorer, ms, watchMs, reports, minutes }) {
  const unseen = scorer.outages.filter(({ delay }) => delay === Infinity).length;
  return {
    ...scorer.result(),
    missedPct: (100 * unseen) / (scorer.outages.length || 1),
    microseconds: (1000 * ms) / reports,
    perMinute: (1000 * watchMs) / minutes,
  };
}

function checkTargets(suite, results) {
  const files = values.targets ? [values.targets] : (TARGETS[suite.name] ?? []);
  const ours = Object.fromEntries(Object.entries(results).map(([cls, all]) => [cls, all.ours]));
  for (const file of files.filter((name) => existsSync(resolve(folder, name)))) {
    const { lines } = check(ours, readJson(file));
    const failed = lines.filter((text) => text.startsWith('FAIL'));
    missed += failed.length;
    console.log(`Targets of ${file}: ${lines.length - failed.length} met, ${failed.length} missed`);
    for (const line of failed) console.log(`  ${line.replace(/^FAIL/, 'MISSED')}`);
  }
}

function runSuite(file, seeds, wanted) {
  const suite = readJson(file);
  const tallies = playSuite(suite, seeds, wanted);
  const results = Object.fromEntries(
    Object.entries(tallies).map(([cls, byDetector]) => [
      cls,
      Object.fromEntries(
        Object.entries(byDetector).map(([name, tally]) => [name, summarize(tally)]),
      ),
    ]),
  );
  console.log(
    `\n${suite.name}, seeds ${seeds.join(',')}; delays in minutes; talk and spam: % that alarm\n`,
  );
  printTable(results);
  for (const name of wanted) {
    const all = Object.values(tallies).map((byDetector) => byDetector[name]);
    const total = (key) => all.reduce((sum, tally) => sum + tally[key], 0);
    const microseconds = ((1000 * total('ms')) / total('reports')).toFixed(2);
    console.log(`${name}: ${microseconds} µs a report over all classes, silent minutes included`);
  }
  if (wanted.includes('ours')) checkTargets(suite, results);
}

/** New services whose catalogue expects a multiple of their real reports: at most 3 % may alarm in their first 12 hours. */
function runExpectations(seeds) {
  const suite = readJson('suite-expectation.json');
  console.log(`\nNew services, seeds ${seeds.join(',')}: % that alarm within 12 hours for nothing`);
  for (const times of [0.1, 0.3, 1, 3, 10]) {
    const { new: young } = playSuite({ ...suite, expectation: [times, times] }, seeds, ['ours']);
    const { services, firstHalfDay, scorer } = young.ours;
    const share = (100 * firstHalfDay) / services;
    const { falsePerYear, main } = scorer.result();
    const isMet = share <= 3;
    if (!isMet) missed += 1;
    console.log(
      `${`expects ${times} × the truth`.padEnd(24)}${share.toFixed(1).padStart(5)} % of ${services}, ${isMet ? 'met' : 'MISSED'}; ` +
        `${falsePerYear} false alarms a year; main ${main.found} %, median ${number(main.median, 1)} min`,
    );
  }
}

const seedsOr = (other) => (values.seeds ?? other).split(',');
const detectorsOr = (other) => values.detectors?.split(',') ?? other;
const { reference, ours } = makers;

if (values.replay) {
  replayFolder(resolve(values.replay), makers);
} else if (values.suite || variants.length > 0) {
  runSuite(values.suite ?? 'suite-dev.json', seedsOr('1,2,3'), detectorsOr(everybody));
} else {
  const only = values.surges || values.expectation || Boolean(values.incidents);
  if (!only) {
    runSuite('suite-dev.json', seedsOr('1,2,3'), detectorsOr(everybody));
    runSuite('suite-shapes.json', seedsOr('101,102,103'), detectorsOr(['reference', 'ours']));
    runSuite('suite-everything.json', seedsOr('1,2'), detectorsOr(['reference', 'ours']));
    runSuite('suite-one-category.json', seedsOr('1,2'), detectorsOr(['reference', 'ours']));
  }
  if (!only || values.expectation) runExpectations(seedsOr('1,2'));
  if (!only || values.surges) {
    missed += printSurges({ ours: () => ours(), reference }, Number(values.draws));
  }
  if (values.incidents) {
    const judged = { 'mean + 3σ of the day': makers['mean + 3σ of the day'] };
    Object.assign(judged, { 'same hour × 5': makers['same hour × 5'], reference, ours });
    missed += printIncidents(judged, resolve(values.incidents), values.events);
  } else if (!only) {
    console.log('\nReal incidents: not measured; --incidents names the folder of the archive');
  }
}
if (missed > 0) console.log(`\n${missed} targets missed`);
process.exitCode = missed > 0 ? 1 : 0;

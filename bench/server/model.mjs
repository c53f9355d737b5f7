// Computes the load of each part in a storm, a rush of visitors during an outage, and so the number of machines; from the
// costs that `npm run bench:server` measured.
//
//   node bench/server/model.mjs --views 3000000 --watch-share 0.3 --reports 150000
//   node bench/server/model.mjs --help
//
// With --simulate it also simulates the storm minute by minute, and reports the worst minute instead of the average one.
import { parseArgs } from 'node:util';

/** Costs in microseconds of one slow core, unless stated otherwise; from docs/measurements/server.md. */
const COST = {
  feedFromServer: 30,
  feedFromCache: 18,
  report: 130,
  push: 15,
  connect: 150,
  watcherKilobytes: 12,
  /** Reports per second that one Postgres commits in batches of a hundred. */
  postgresReports: 20_000,
  /** Reports per second that one process commits to SQLite. */
  sqliteReports: 7000,
};
/** Planned load of a core, 0 to 1. */
const SHARE_OF_CORE = 0.5;
const WATCHERS_PER_PROCESS = 10_000;

const INPUTS = {
  views: { fallback: '1000000', text: 'page views of all embedding pages in the peak hour' },
  'stay-seconds': { fallback: '120', text: 'how long a visitor stays on a page' },
  'watch-share': {
    fallback: '1',
    text: 'share of visitors whose browser holds an event stream (0 to 1)',
  },
  reports: { fallback: '30000', text: 'reports in the peak hour' },
  'burst-factor': {
    fallback: '6',
    text: 'how much more than the average the worst minute of the hour brings',
  },
  'feed-bytes': { fallback: '2500', text: 'size of a feed on the wire, compressed' },
  'event-bytes': {
    fallback: '5000',
    text: 'size of a pushed feed; event streams are not compressed',
  },
  services: { fallback: '5', text: 'services in trouble at the same time' },
  'cache-seconds': { fallback: '15', text: 'how long nginx or a CDN keeps a feed; 0 for no cache' },
};

const usage = () =>
  `node bench/server/model.mjs [--name value …] [--simulate]\n\n${Object.entries(INPUTS)
    .map(([name, { fallback, text }]) => `  --${name.padEnd(14)} ${text} (${fallback})`)
    .join('\n')}\n`;

const readInputs = () => {
  const { values } = parseArgs({
    options: {
      ...Object.fromEntries(
        Object.entries(INPUTS).map(([name, { fallback }]) => [
          name,
          { type: 'string', default: fallback },
        ]),
      ),
      simulate: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage());
    process.exit(0);
  }
  const numbers = {};
  for (const name of Object.keys(INPUTS)) {
    const number = Number(values[name]);
    if (values[name].trim() === '' || !Number.isFinite(number) || number < 0) {
      throw new Error(`--${name} ${values[name]}: expected a number that is not negative`);
    }
    numbers[name] = number;
  }
  if (numbers['watch-share'] > 1) throw new Error('--watch-share: expected 0 to 1');
  return { ...numbers, simulate: values.simulate };
};

/** Computes the load of each part at given rates of views and reports. */
const loadAt = (inputs, viewsPerSecond, reportsPerSecond) => {
  const present = viewsPerSecond * inputs['stay-seconds'];
  const watchers = present * inputs['watch-share'];
  // A visitor without an event stream polls every minute.
  const gets = viewsPerSecond + (present - watchers) / 60;
  const cached = inputs['cache-seconds'] > 0;
  const originGets = cached ? Math.min(gets, inputs.services / inputs['cache-seconds']) : gets;
  // While reports come in, every feed changes once a second.
  const pushesPerSecond = Math.min(1, reportsPerSecond) * watchers;
  const microseconds =
    originGets * COST.feedFromServer +
    reportsPerSecond * COST.report +
    pushesPerSecond * COST.push +
    viewsPerSecond * inputs['watch-share'] * COST.connect;
  return {
    gets,
    originGets,
    watchers,
    reportsPerSecond,
    pushesPerSecond,
    cores: microseconds / 1e6,
    edgeCores: cached ? (gets * COST.feedFromCache) / 1e6 : 0,
    processes: Math.max(
      1,
      Math.ceil(microseconds / 1e6 / SHARE_OF_CORE),
      Math.ceil(watchers / WATCHERS_PER_PROCESS),
    ),
    memoryMegabytes: (watchers * COST.watcherKilobytes) / 1000,
    megabitsPerSecond:
      ((gets * inputs['feed-bytes'] + pushesPerSecond * inputs['event-bytes']) * 8) / 1e6,
  };
};

/** Views and reports of each minute of an hour: a steep rise, then an exponential fall, as in real outages. */
const storm = (inputs) => {
  const shape = Array.from({ length: 60 }, (_, minute) =>
    minute < 5 ? (minute + 1) / 5 : Math.exp(-(minute - 4) / (60 / inputs['burst-factor'])),
  );
  const sum = shape.reduce((total, value) => total + value, 0);
  return shape.map((value) => value / sum);
};

const storeFor = (reportsPerSecond, processes) => {
  if (processes === 1 && reportsPerSecond <= COST.sqliteReports * SHARE_OF_CORE)
    return 'SQLite in the one process';
  if (reportsPerSecond <= COST.postgresReports * SHARE_OF_CORE) return 'one Postgres';
  return `Postgres spread by service over ${Math.ceil(reportsPerSecond / (COST.postgresReports * SHARE_OF_CORE))} machines`;
};

const tell = (title, load) => {
  const round = (number) => Number(number.toPrecision(3)).toLocaleString('en');
  process.stdout.write(`\n${title}\n`);
  console.table([
    { part: 'requests for feeds /s', load: round(load.gets) },
    { part: 'of them to the servers /s', load: round(load.originGets) },
    { part: 'reports /s', load: round(load.reportsPerSecond) },
    { part: 'watchers', load: round(load.watchers) },
    { part: 'events written /s', load: round(load.pushesPerSecond) },
    { part: 'network, Mbit/s', load: round(load.megabitsPerSecond) },
    { part: 'cores at work in the servers', load: round(load.cores) },
    { part: 'cores at work in the cache', load: round(load.edgeCores) },
    { part: 'memory of the watchers, MB', load: round(load.memoryMegabytes) },
    { part: 'server processes, half busy', load: load.processes },
    { part: 'store', load: storeFor(load.reportsPerSecond, load.processes) },
  ]);
};

try {
  const inputs = readInputs();
  tell('Average of the peak hour', loadAt(inputs, inputs.views / 3600, inputs.reports / 3600));
  const burst = inputs['burst-factor'];
  tell(
    'Its worst minute',
    loadAt(inputs, (inputs.views * burst) / 3600, (inputs.reports * burst) / 3600),
  );
  if (inputs.simulate) {
    let worst;
    for (const [minute, share] of storm(inputs).entries()) {
      const load = loadAt(inputs, (inputs.views * share) / 60, (inputs.reports * share) / 60);
      if (!worst || load.processes > worst.load.processes || load.cores > worst.load.cores)
        worst = { minute, load };
    }
    tell(`Played minute by minute: the worst is minute ${worst.minute}`, worst.load);
  }
} catch (error) {
  process.stderr.write(`${error.message}\n\n${usage()}`);
  process.exit(64);
}

// Real incidents of a large report site, from the Cloud Uptime Archive (github.com/atlarge-research/cloud-uptime-archive,
// MIT; Cetin et al.): captured pages of Downdetector about AWS, Azure and Google Cloud, 2018 to 2020, each with a day of
// reports in quarter hours and the site's own "problems since". Read from a folder, not shipped: the archive's
// `process_raw_data/infra_cloud_raw_failure_extraction`, or any folder above it.
//
// This file makes up what the archive lacks: 28 days before each window at the provider's usual level, which is the median
// over its windows of the median count before "since". It spreads reports evenly over their quarter hour. The counts are
// totals, so they all go to one category.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { random } from './simulate.mjs';

const MINUTES_BEFORE = 28 * 1440;
const QUARTER = 15;
const DAY = 1440;
/** Minutes. The first alarm that still runs this long before "since" finds the incident; one that ended by then is an earlier alarm. */
const OWN_FROM = 60;
/** Windows of fewer quarter hours are broken. */
const LEAST_QUARTERS = 90;
/** Usual reports a quarter hour, at least; one provider's median is 0. */
const LEAST_USUAL = 0.1;

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const wallMinutes = (text) => Date.parse(`${text.slice(0, 19)}Z`) / 60_000;

/** Finds the folders `<provider>` and `<provider>-reports` in a folder or below it. */
function findProviders(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.endsWith('-reports'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** "since 5:16 PM EST" as the minute of the day, on the clock of the counts. */
function readSince(html, file) {
  const found = /having problems since (\d+):(\d+) ([AP])M/.exec(html);
  if (!found) throw new Error(`${file}: no "having problems since" in it`);
  const [, hour, minute, half] = found;
  return ((Number(hour) % 12) + (half === 'P' ? 12 : 0)) * 60 + Number(minute);
}

/** @returns The events of one provider; times are minutes on the page's own clock. */
function readProvider(reports) {
  const pages = reports.slice(0, -'-reports'.length);
  const files = readdirSync(reports).filter((name) => name.endsWith('.json'));
  return files.toSorted().flatMap((name) => {
    const page = join(pages, name.replace('.json', '.html'));
    if (!existsSync(page)) return [];
    const { counts } = JSON.parse(readFileSync(join(reports, name), 'utf8'));
    if (counts.length < LEAST_QUARTERS) return [];
    const begin = Math.round(wallMinutes(counts[0].x));
    let since = Math.floor(begin / DAY) * DAY + readSince(readFileSync(page, 'utf8'), page);
    if (since < begin) since += DAY;
    return [{ id: Number.parseInt(name, 10), begin, since, counts: counts.map(({ y }) => y) }];
  });
}

/**
 * @param folder Contains the archive.
 * @param isWanted Selects events by id.
 * @throws If the folder has no incidents.
 */
export function readIncidents(folder, isWanted) {
  const incidents = findProviders(folder).flatMap((reports) => {
    const events = readProvider(reports);
    if (events.length === 0) return [];
    const medians = events.map(({ begin, since, counts }) =>
      median(counts.slice(0, Math.max(4, Math.floor((since - begin) / QUARTER) - 4))),
    );
    const usual = Math.max(LEAST_USUAL, median(medians));
    return events.map((event) => ({ ...event, usual }));
  });
  if (incidents.length === 0) {
    throw new Error(`no folder "<provider>-reports" with captured incidents in ${folder}`);
  }
  return incidents.filter(({ id }) => isWanted(id));
}

/** @returns Alarms that run in the window: minutes of their beginning and end. */
function findAlarms(detector, { id, begin, counts, usual }) {
  const r = random(`incident/${id}`);
  const alarms = [];
  let level = 0;
  const tick = (minute, count) => {
    const next = detector.tick(minute, [count, 0, 0, 0]);
    if (next > 0 && level === 0) alarms.push({ start: minute + 1, end: Infinity });
    if (next === 0 && level > 0) alarms.at(-1).end = minute + 1;
    level = next;
  };
  // The detector's weeks begin on a Monday; the epoch was a Thursday.
  const from = begin - 4 * DAY;
  for (let minute = from - MINUTES_BEFORE; minute < from; minute += 1) {
    tick(minute, r.poisson(usual / QUARTER));
  }
  counts.forEach((count, quarter) => {
    for (let part = 0; part < QUARTER; part += 1) {
      const share =
        Math.floor((count * (part + 1)) / QUARTER) - Math.floor((count * part) / QUARTER);
      tick(from + quarter * QUARTER + part, share);
    }
  });
  return alarms
    .map(({ start, end }) => ({ start: start + 4 * DAY, end: end + 4 * DAY }))
    .filter(({ end }) => end > begin);
}

/** Measures how early one detector finds the incidents: minutes after "since", negative before it. */
export function measureIncidents(make, incidents) {
  const delays = [];
  let earlier = 0;
  for (const incident of incidents) {
    const alarms = findAlarms(make(), incident);
    const own = alarms.findIndex(({ end }) => end > incident.since - OWN_FROM);
    delays.push(own < 0 ? Infinity : alarms[own].start - incident.since);
    earlier += own < 0 ? alarms.length : own;
  }
  delays.sort((a, b) => a - b);
  const quantile = (p) => delays[Math.min(delays.length - 1, Math.floor(p * delays.length))];
  return {
    found: (100 * delays.filter(Number.isFinite).length) / delays.length,
    median: quantile(0.5),
    p90: quantile(0.9),
    earlier: earlier / delays.length,
  };
}

/**
 * Prints a line per detector, and whether ours meets the targets: 18 minutes before "since" in the median, at most .18
 * earlier alarms a window, 99 % found.
 *
 * @param makers By name, each makes a new detector.
 * @param which `even`, `odd` or `all` ids: the odd ones were held back when the detector's numbers were chosen.
 * @returns How many targets are missed.
 */
export function printIncidents(makers, folder, which = 'even') {
  const isWanted = { even: (id) => id % 2 === 0, odd: (id) => id % 2 === 1, all: () => true }[
    which
  ];
  if (!isWanted) throw new Error(`--events takes even, odd or all, not "${which}"`);
  const incidents = readIncidents(folder, isWanted);
  console.log(
    `\n${incidents.length} real incidents (${which} ids), against the site's own "since"`,
  );
  let missed = 0;
  for (const [name, make] of Object.entries(makers)) {
    const { found, median: middle, p90, earlier } = measureIncidents(make, incidents);
    const isMet = middle <= -18 && earlier <= 0.18 && found >= 99;
    if (name === 'ours' && !isMet) missed += 1;
    console.log(
      `${name.padEnd(22)}${found.toFixed(0)} % found, median ${middle} min, 90 % ${p90} min, ` +
        `${earlier.toFixed(2)} earlier alarms a window${name === 'ours' ? (isMet ? ', met' : ', MISSED') : ''}`,
    );
  }
  return missed;
}

// Replays real series through every detector: CSV files `timestamp,value`, a row per interval, as in the Numenta Anomaly
// Benchmark (github.com/numenta/NAB, `data/realTweets`). Its `labels/combined_windows.json`, copied into the same folder,
// decides which alarms hit.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const MONDAY_MS = 4 * 86_400_000;
const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 86_400_000;
/** Alarms of a detector's first two weeks do not count, because it is still learning. */
const LEARNING_MS = 2 * WEEK_MS;

const parseTime = (text) => Date.parse(`${text.trim().replace(' ', 'T').slice(0, 19)}Z`);

function readSeries(file) {
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  return rows.map((row, index) => {
    const [time, value] = row.split(',');
    const atMs = parseTime(time ?? '');
    if (!Number.isFinite(atMs) || !(Number(value) >= 0)) {
      throw new Error(`${file}, line ${index + 2}: expected a time and a count, got "${row}"`);
    }
    return { atMs, count: Number(value) };
  });
}

/** @returns When the alarms after learning begin. Spreads counts evenly over the minutes of their interval. */
function findAlarms(series, detector) {
  const fromMs = series[0].atMs + LEARNING_MS;
  const alarms = [];
  let minute = Math.floor((series[0].atMs - MONDAY_MS) / MINUTE_MS);
  let level = 0;
  for (const [index, { atMs, count }] of series.entries()) {
    const untilMs = series[index + 1]?.atMs ?? atMs + MINUTE_MS;
    const minutes = Math.max(1, Math.round((untilMs - atMs) / MINUTE_MS));
    for (let step = 0; step < minutes; step += 1) {
      const share =
        Math.floor((count * (step + 1)) / minutes) - Math.floor((count * step) / minutes);
      const next = detector.tick(minute, [share, 0, 0, 0]);
      const beganAtMs = atMs + (step + 1) * MINUTE_MS;
      if (next > 0 && level === 0 && beganAtMs >= fromMs) alarms.push(beganAtMs);
      level = next;
      minute += 1;
    }
  }
  return alarms;
}

/**
 * Prints a line per detector, over all files: how many labelled windows it hit, and how many other alarms it raised.
 *
 * @param makers By name, each makes a new detector.
 */
export function replayFolder(folder, makers) {
  const files = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.csv'))
    .toSorted();
  if (files.length === 0) throw new Error(`no CSV file in ${folder}`);
  const labelFile = join(folder, 'combined_windows.json');
  const labels = existsSync(labelFile) ? JSON.parse(readFileSync(labelFile, 'utf8')) : {};
  const isIn = (atMs, [fromMs, toMs]) => atMs >= fromMs && atMs <= toMs;
  const series = files.map((name) => {
    const rows = readSeries(join(folder, name));
    const windows = Object.entries(labels)
      .filter(([path]) => basename(path) === basename(name))
      .flatMap(([, list]) => list.map((pair) => pair.map(parseTime)))
      .filter(([fromMs]) => fromMs >= rows[0].atMs + LEARNING_MS);
    return { rows, windows };
  });
  for (const [name, make] of Object.entries(makers)) {
    const total = { windows: 0, hit: 0, other: 0, weeks: 0 };
    for (const { rows, windows } of series) {
      const alarms = findAlarms(rows, make());
      total.windows += windows.length;
      total.hit += windows.filter((window) => alarms.some((atMs) => isIn(atMs, window))).length;
      total.other += alarms.filter((atMs) => !windows.some((window) => isIn(atMs, window))).length;
      total.weeks += (rows.at(-1).atMs - rows[0].atMs - LEARNING_MS) / WEEK_MS;
    }
    console.log(
      `${name.padEnd(22)}${total.hit} of ${total.windows} labelled windows hit, ` +
        `${(total.other / total.weeks).toFixed(1)} other alarms a week and series`,
    );
  }
}

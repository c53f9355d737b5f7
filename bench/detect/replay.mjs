// Replays real series through our detector: CSV files `timestamp,value`, a row per interval, as in the Numenta Anomaly
// Benchmark (github.com/numenta/NAB, `data/realTweets`). Its `labels/combined_windows.json`, laid into the same folder,
// tells which alarms hit.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Detector } from '../../server/src/decide/detector/detector.ts';
import { newState } from '../../server/src/decide/detector/state.ts';

const MONDAY_MS = 4 * 86_400_000;
const MINUTE_MS = 60_000;
const WEEK_MINUTES = 10_080;

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

/** Times of the alarms' beginnings. Counts are spread evenly over the minutes of their interval. */
function findAlarms(series) {
  const firstStep = Math.floor((series[0].atMs - MONDAY_MS) / MINUTE_MS);
  const detector = new Detector(newState({ categories: 1, stepSeconds: 60, firstStep }));
  const alarms = [];
  let level = 0;
  for (const [index, { atMs, count }] of series.entries()) {
    const untilMs = series[index + 1]?.atMs ?? atMs + MINUTE_MS;
    const minutes = Math.max(1, Math.round((untilMs - atMs) / MINUTE_MS));
    for (let minute = 0; minute < minutes; minute += 1) {
      const share =
        Math.floor((count * (minute + 1)) / minutes) - Math.floor((count * minute) / minutes);
      const next = detector.tick([share]);
      if (next > 0 && level === 0) alarms.push(atMs + (minute + 1) * MINUTE_MS);
      level = next;
    }
  }
  return { alarms, weeks: (detector.state.nextStep - firstStep) / WEEK_MINUTES };
}

/** Prints one line a file. */
export function replayFolder(folder) {
  const files = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.csv'))
    .toSorted();
  if (files.length === 0) throw new Error(`no CSV file in ${folder}`);
  const labelFile = join(folder, 'combined_windows.json');
  const labels = existsSync(labelFile) ? JSON.parse(readFileSync(labelFile, 'utf8')) : {};
  for (const name of files) {
    const { alarms, weeks } = findAlarms(readSeries(join(folder, name)));
    const windows = Object.entries(labels)
      .filter(([path]) => basename(path) === basename(name))
      .flatMap(([, list]) => list.map((pair) => pair.map(parseTime)));
    const isIn = (atMs, [fromMs, toMs]) => atMs >= fromMs && atMs <= toMs;
    const hit = windows.filter((window) => alarms.some((atMs) => isIn(atMs, window))).length;
    const other = alarms.filter((atMs) => !windows.some((window) => isIn(atMs, window))).length;
    console.log(
      `${name}: ${weeks.toFixed(1)} weeks, ${hit} of ${windows.length} labelled windows hit, ` +
        `${(other / weeks).toFixed(1)} other alarms a week`,
    );
  }
}

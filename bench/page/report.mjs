// Writes the results: medians, and ratios to the first contestant.
import { GOALS } from './goals.mjs';
import { PROFILES } from './measure.mjs';

const median = (numbers) => {
  const sorted = numbers.filter((value) => value !== undefined).toSorted((a, b) => a - b);
  return sorted.length === 0 ? undefined : sorted[Math.floor((sorted.length - 1) / 2)];
};

const fixed = (value, digits = 0) => {
  if (value === undefined) return '–';
  return Number.isFinite(value) ? value.toFixed(digits) : '> 5000';
};

const COLUMNS = [
  ['status painted, ms', ({ firstPaintMs }) => firstPaintMs],
  ['all copies, ms', ({ allPaintedMs }) => allPaintedMs],
  ['requests to paint', ({ requestsToPaint }) => requestsToPaint],
  ['requests', ({ requests }) => requests],
  ['kB to paint', ({ bytesToPaint }) => bytesToPaint / 1000, 1],
  ['kB', ({ bytes }) => bytes / 1000, 1],
  ['CPU, ms', ({ cpuMs }) => cpuMs],
  ['longest task after paint, ms', ({ longestLaterTaskMs }) => longestLaterTaskMs],
  ['layout shift', ({ shift }) => shift, 3],
  ['heap, MB', ({ heapMegabytes }) => heapMegabytes, 1],
  ['change in all copies, ms', ({ changeMs }) => changeMs],
];

/** Writes the table of one condition, in Markdown. */
export function reportTable({ profile, copies }, contestants, visitsOf) {
  const condition = { profile, copies };
  const first = median(visitsOf(contestants[0], condition).map(COLUMNS[0][1]));
  const rows = contestants.map((contestant) => {
    const visits = visitsOf(contestant, condition);
    const cells = COLUMNS.map(([, read, digits]) => fixed(median(visits.map(read)), digits));
    const painted = median(visits.map(COLUMNS[0][1]));
    const fastest = visits.length > 0 ? Math.min(...visits.map(COLUMNS[0][1])) : undefined;
    return `| ${contestant.name.replace('<', '\\<')} | ${cells.join(' | ')} | ${fixed(fastest)} | ${fixed(first && painted && first / painted, 2)} |`;
  });
  const head = [...COLUMNS.map(([name]) => name), 'fastest painted, ms', 'ours ÷ this'];
  return [
    `### ${PROFILES[profile].label}, ${copies === 1 ? 'one copy' : `${copies} copies`}`,
    '',
    `| | ${head.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(head.length)}`,
    ...rows,
    '',
  ].join('\n');
}

/** Writes the goals that this run measured, each with its result. */
export function reportGoals(contestants, visitsOf) {
  const read = (name, { key, ...condition }) => {
    const contestant = contestants.find((one) => one.name === name);
    return contestant && median(visitsOf(contestant, condition).map((visit) => visit[key]));
  };
  const rows = GOALS.map((goal) => {
    const value = read(goal.of, goal) / (goal.to ? read(goal.to, goal) : 1);
    // Not everything is measured in every run.
    if (Number.isNaN(value)) return '';
    const { profile, copies, of, text, atMost, digits } = goal;
    const result = value <= atMost ? 'met' : '**missed**';
    return `| ${profile}, ${copies}: ${of}: ${text} | ${atMost} | ${fixed(value, digits)} | ${result} |`;
  });
  return [
    '### Goals',
    '',
    '| profile, copies: goal | at most | measured | |',
    '| --- | ---: | ---: | --- |',
    ...rows.filter(Boolean),
  ].join('\n');
}

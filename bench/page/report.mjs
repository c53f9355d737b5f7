// Writes the results: medians, and ratios to the first contestant.
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
  ['heap, MB', ({ heapBytes }) => heapBytes / 1e6, 1],
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
export function reportGoals(conditions, contestants, visitsOf) {
  const find = (part) => contestants.find(({ name }) => name.startsWith(part));
  const read = (contestant, condition, key) =>
    contestant && median(visitsOf(contestant, condition).map((visit) => visit[key]));
  const ours = contestants.find((contestant) => contestant.ours);
  const goals = [];
  const judge = (text, value, limit, digits = 0) => {
    if (value !== undefined)
      goals.push(
        `| ${text} | ${limit} | ${fixed(value, digits)} | ${value <= limit ? 'met' : '**missed**'} |`,
      );
  };
  for (const condition of conditions) {
    const oursMs = read(ours, condition, 'firstPaintMs');
    if (condition.profile === 'slow' && condition.copies === 1) {
      const handMs = read(find('hand-written'), condition, 'firstPaintMs');
      for (const own of contestants.filter((contestant) => contestant.ours)) {
        const ownMs = read(own, condition, 'firstPaintMs');
        judge(
          `slow profile: ${own.name} painted, of the time of the hand-written element`,
          handMs && ownMs / handMs,
          0.88,
          2,
        );
        judge(`slow profile: ${own.name}, layout shift`, read(own, condition, 'shift'), 0.02, 3);
      }
      for (const peer of contestants.filter(({ published }) => published)) {
        const peerMs = read(peer, condition, 'firstPaintMs');
        judge(
          `slow profile: painted, of the time of ${peer.name}`,
          peerMs && oursMs / peerMs,
          0.67,
          2,
        );
      }
    }
    if (condition.profile === 'plain' && condition.copies === 500) {
      judge('500 copies: requests for the feed', read(ours, condition, 'feedRequests'), 1);
      judge('500 copies: push connections', read(ours, condition, 'streams'), 1);
      judge(
        '500 copies: longest task after the first paint, ms',
        read(ours, condition, 'longestLaterTaskMs'),
        50,
      );
      judge(
        '500 copies: longest task of a change, ms',
        read(ours, condition, 'longestChangeTaskMs'),
        50,
      );
      judge('500 copies: a change shown in all, ms', read(ours, condition, 'changeMs'), 50);
    }
  }
  return [
    '### Goals',
    '',
    '| goal | at most | measured | |',
    '| --- | ---: | ---: | --- |',
    ...goals,
  ].join('\n');
}

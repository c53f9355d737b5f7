// What the widget promises to keep, and the comparison that shows it.
const OURS = 'outage-status, newest';
const RENDERED = "outage-status, in the page's HTML";
const HAND_WRITTEN = 'hand-written 1 kB';
const PUBLISHED = [
  '@statuspage/status-widget',
  '@openstatus/react, in the browser',
  '@openstatus/react, server component',
];

/** Rows of one contestant: what is measured, at most how much, and digits to print. */
const own = (profile, copies, of, rows) =>
  rows.map(([text, key, atMost, digits = 0]) => ({
    profile,
    copies,
    of,
    text,
    key,
    atMost,
    digits,
  }));

/** A row that compares a figure of one contestant with that of another. */
const ratio = (profile, copies, of, to, text, key, atMost) => ({
  profile,
  copies,
  of,
  to,
  text: `${text}, of that of ${to}`,
  key,
  atMost,
  digits: 2,
});

const PAINTED = ['status painted', 'firstPaintMs'];
const CPU = ['main thread until it has settled', 'cpuMs'];

/**
 * `profile` and `copies` are the condition; `of` is the contestant, `key` a field of its visits, of which the median counts,
 * `to` the contestant by whose median it is divided, `atMost` the goal.
 */
export const GOALS = [
  ...[OURS, 'outage-status, pinned'].flatMap((of) => [
    ratio('slow', 1, of, HAND_WRITTEN, ...PAINTED, 0.88),
    ratio('slow', 1, of, HAND_WRITTEN, ...PAINTED, 0.8),
  ]),
  ...PUBLISHED.map((to) => ratio('slow', 1, OURS, to, ...PAINTED, 0.67)),
  ratio('slow', 1, RENDERED, HAND_WRITTEN, ...PAINTED, 0.7),
  ratio('slow', 1, RENDERED, PUBLISHED[2], ...PAINTED, 1.05),
  ratio('slow', 1, OURS, HAND_WRITTEN, ...CPU, 1.4),
  ratio('plain', 1, OURS, HAND_WRITTEN, ...CPU, 1.4),
  ...own('slow', 1, OURS, [['layout shift', 'shift', 0.02, 3]]),
  ...own('slow', 1, 'outage-status, pinned', [['layout shift', 'shift', 0.02, 3]]),
  ...['slow', 'plain'].flatMap((profile) =>
    own(profile, 1, RENDERED, [['layout shift when the element takes over', 'shift', 0, 3]]),
  ),
  ...own('plain', 100, OURS, [
    ['a change shown in all, ms', 'changeMs', 50],
    ['longest task after the first paint, ms', 'longestLaterTaskMs', 49],
  ]),
  ...own('plain', 500, OURS, [
    ['requests for the feed', 'feedRequests', 1],
    ['push connections', 'streams', 1],
    ['longest task after the first paint, ms', 'longestLaterTaskMs', 50],
    ['longest task of a change, ms', 'longestChangeTaskMs', 50],
    ['a change shown in all, ms', 'changeMs', 50],
    ['heap, MB', 'heapMegabytes', 6, 1],
  ]),
];

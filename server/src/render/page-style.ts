import { STATUSES } from 'outage-status/feed';
import { PALETTE, STATUS_COLORS, type ColorName } from 'outage-status/model';
import { FRAMED_HEIGHTS } from './snippet/frame-snippet.js';

const colors = (Object.keys(PALETTE) as ColorName[])
  .map((name) => `--${name}: light-dark(${PALETTE[name].light}, ${PALETTE[name].dark});`)
  .join('\n  ');

const tones = STATUSES.map(
  (status) => `[data-status='${status}'] { --tone: var(--${STATUS_COLORS[status]}); }`,
).join('\n');

// Where scripts run, what the server has written is as high as the widget that replaces it: the frame keeps its height.
const framedHeights = FRAMED_HEIGHTS.map(([below, height]) => {
  const width = below === '' ? '' : ` and (width < ${below})`;
  return `@media (scripting: enabled)${width} { .frame:not(.compact) .card[data-service] { min-block-size: ${height}rem; } }`;
}).join('\n');

/** The style sheet of the server's pages and frames, in the element's colours. Logical properties only, for both directions. */
export const PAGE_STYLE = `:root {
  color-scheme: light dark;
  ${colors}
  --page: light-dark(#f6f7f9, #0f1115);
}
${tones}
:root[data-theme='light'] { color-scheme: light; }
:root[data-theme='dark'] { color-scheme: dark; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body {
  margin: 0;
  background: var(--page);
  color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
h1 { margin: 1.25rem 0; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2.25rem 0 0.75rem; font-size: 1.25rem; }
h3 { margin: 1.25rem 0 0.25rem; font-size: 1rem; }
p { margin: 0 0 0.5rem; }
.muted { color: var(--muted); font-size: 0.875rem; }
.wrap { max-inline-size: 46rem; margin-inline: auto; padding: 0.75rem 1rem 2.5rem; }
.bar { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 1rem; }
.spans { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-block-end: 1.5rem; }
[aria-current='page'] { color: inherit; font-weight: 600; text-decoration: none; }
.bar a, .spans a, .links a { display: inline-block; padding-block: 0.25rem; }
.links { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-block-start: 2.5rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line); }
ul, ol.plain { margin: 0; padding: 0; list-style: none; }
ol { padding-inline-start: 1.5rem; }
ol > li { margin-block-end: 0.75rem; }
.card {
  padding: 1rem 1.25rem;
  background: var(--surface);
  border: 1px solid var(--line);
  border-block-start: 3px solid var(--tone);
  border-radius: 0.75rem;
}
.head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem 0.75rem; margin-block-end: 0.75rem; }
.name { margin: 0 0 0.25rem; font-size: 1.125rem; font-weight: 650; }
.status { display: inline-flex; align-items: baseline; gap: 0.4em; color: var(--tone); font-weight: 600; white-space: nowrap; }
.pill { padding: 0.15em 0.7em; border-radius: 99px; background: var(--tone); color: var(--accent-text); font-size: 0.875rem; }
.icon { align-self: center; inline-size: 1em; block-size: 1em; flex: none; fill: currentColor; }
.count { display: flex; align-items: center; gap: 0.6rem; margin-block: 0.75rem 0.5rem; }
.count strong { font-size: 2rem; line-height: 1.1; font-variant-numeric: tabular-nums; }
.sparkline { display: block; inline-size: 100%; block-size: 3.25rem; border-block-end: 1px solid var(--line); }
[dir='rtl'] :is(.sparkline, .share) { transform: scaleX(-1); }
.band { fill: var(--muted); opacity: 0.22; }
.area { fill: var(--accent); opacity: 0.14; }
.line { fill: none; stroke: var(--accent); stroke-width: 1.75; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.rows { margin-block: 1rem; }
.rows li { display: grid; grid-template-columns: 1fr auto; gap: 0.15rem 0.75rem; margin-block-start: 0.5rem; font-size: 0.875rem; }
.share { grid-column: 1 / -1; display: block; inline-size: 100%; block-size: 5px; border-radius: 3px; background: var(--raised); fill: var(--tone); }
.rows[data-status='operational'] .share { fill: var(--muted); }
.figures { font-weight: 600; font-variant-numeric: tabular-nums; }
.figures .muted { display: inline-block; min-inline-size: 3em; font-weight: 400; text-align: end; }
.time { margin: 1rem 0 0; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 0.75rem 1.5rem; margin: 1rem 0 0; }
dt { color: var(--muted); font-size: 0.875rem; }
dd { margin: 0; }
.incident { padding-block: 0.75rem; border-block-start: 1px solid var(--line); }
.incident p { margin: 0; }
.services { border: 1px solid var(--line); border-radius: 0.75rem; background: var(--surface); overflow: hidden; }
.services li + li { border-block-start: 1px solid var(--line); }
.services a { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.1rem 1rem; padding: 0.75rem 1rem; color: inherit; text-decoration: none; }
.services a:hover { background: var(--raised); }
.services a:focus-visible { outline-offset: -2px; }
.services a > span:first-child { font-weight: 600; }
.services .muted { font-weight: 400; }
.search { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block: 1rem; }
.search input { flex: 1 1 12rem; min-inline-size: 0; }
.search input, .search button { min-block-size: 2.75rem; padding: 0 0.9rem; border: 1px solid var(--muted); border-radius: 0.5rem; background: var(--surface); color: inherit; font: inherit; }
.search button { border-color: var(--accent); background: var(--accent); color: var(--accent-text); font-weight: 600; cursor: pointer; }
.form { display: flex; flex-wrap: wrap; align-items: end; gap: 0.75rem; margin-block: 0.75rem; }
.field { flex: 1 1 12rem; min-inline-size: 0; }
.field label { display: block; margin-block-end: 0.25rem; color: var(--muted); font-size: 0.875rem; }
.form :is(input, select, button) { inline-size: 100%; max-inline-size: 100%; min-block-size: 2.75rem; padding: 0 0.9rem; border: 1px solid var(--muted); border-radius: 0.5rem; background: var(--surface); color: inherit; font: inherit; }
.form button { inline-size: auto; border-color: var(--accent); color: var(--accent); font-weight: 600; cursor: pointer; }
.form [role='status'] { flex-basis: 100%; margin: 0; }
.form [role='status']:empty { display: none; }
.after { margin-block-start: 1.5rem; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
.frame { background: none; }
${framedHeights}
.frame .foot { margin-block-start: 0.375rem; font-size: 0.8125rem; line-height: 1.4; }
.frame .foot a { display: inline-block; min-block-size: 24px; padding: 0.2rem 0.75rem; background: var(--surface); border: 1px solid var(--line); border-radius: 0.75rem; }
figure { margin: 1rem 0; }
figcaption { margin-block-start: 0.5rem; }
.decision { display: block; inline-size: 100%; min-inline-size: 36rem; }
.tick { fill: var(--muted); font-size: 12px; font-variant-numeric: tabular-nums; }
.grid { stroke: var(--line); }
.ground, .strip { fill: var(--tone); }
.ground { opacity: 0.14; }
.ground[data-status='operational'] { opacity: 0; }
.bars, .cell { fill: var(--accent); }
.usual, .ceiling { fill: none; stroke: var(--text); stroke-width: 1.5; }
.ceiling { stroke: var(--warn); stroke-dasharray: 5 4; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-block-start: 0.5rem; font-size: 0.875rem; }
.legend svg { inline-size: 1.5rem; block-size: 0.75rem; margin-inline-end: 0.4rem; }
.scroll { overflow-x: auto; }
table { inline-size: 100%; min-inline-size: 36rem; overflow-wrap: normal; border-collapse: collapse; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.4rem 0.75rem 0.4rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { color: var(--muted); font-weight: 400; }
td .share { min-inline-size: 5rem; margin-block-start: 0.25rem; fill: var(--accent); }
summary { cursor: pointer; }
.compact .card { padding: 0.5rem 0.9rem 1.9rem; }
.compact .head { flex-wrap: nowrap; margin-block-end: 0.25rem; }
.compact .name { min-inline-size: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.compact .card p { margin: 0; line-height: 1.35; }
.compact .sentence { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 3; }
.compact .foot { position: relative; display: flex; align-items: baseline; gap: 0.75rem; margin-block-start: -1.9rem; padding: 0 0.9rem 0.3rem; }
.compact .foot button { flex: none; min-block-size: 24px; padding: 0; border: 0; background: none; color: var(--accent); font: inherit; text-decoration: underline; text-underline-offset: 0.15em; cursor: pointer; }
.compact .foot a { flex: 1; min-inline-size: 0; padding: 0; background: none; border: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
@media (forced-colors: active) {
  .bars, .cell, .strip { fill: CanvasText; }
  .pill { border: 1px solid CanvasText; }
  .line { stroke: CanvasText; }
  .share { fill: CanvasText; }
}
`;

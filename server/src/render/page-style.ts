import { STATUSES } from 'outage-status/feed';
import { PALETTE, STATUS_COLORS, type ColorName } from 'outage-status/model';

const colors = (Object.keys(PALETTE) as ColorName[])
  .map((name) => `--${name}: light-dark(${PALETTE[name].light}, ${PALETTE[name].dark});`)
  .join('\n  ');

const tones = STATUSES.map(
  (status) => `[data-status='${status}'] { --tone: var(--${STATUS_COLORS[status]}); }`,
).join('\n');

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
[aria-current='page'] { color: inherit; font-weight: 700; text-decoration: none; }
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
.name { margin: 0 0 0.25rem; font-size: 1.125rem; font-weight: 700; }
.status { display: inline-flex; align-items: baseline; gap: 0.4em; color: var(--tone); font-weight: 700; white-space: nowrap; }
.icon { align-self: center; inline-size: 1em; block-size: 1em; flex: none; fill: currentColor; }
outage-status.unknown:not(:defined) { display: block; padding: 1rem 1.25rem; background: var(--surface); border: 1px solid var(--line); border-radius: 0.75rem; }
.incident { padding-block: 0.75rem; border-block-start: 1px solid var(--line); }
.incident p { margin: 0; }
.services { border: 1px solid var(--line); border-radius: 0.75rem; background: var(--surface); overflow: hidden; }
.services li + li { border-block-start: 1px solid var(--line); }
.services a { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.1rem 1rem; padding: 0.75rem 1rem; color: inherit; text-decoration: none; }
.services a:hover { background: var(--raised); }
.services a:focus-visible { outline-offset: -2px; }
.services a > span:first-child { font-weight: 700; }
.search { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block: 1rem; }
.search input { flex: 1 1 12rem; min-inline-size: 0; }
.search input, .search button { min-block-size: 2.75rem; padding: 0 0.9rem; border: 1px solid var(--muted); border-radius: 0.5rem; background: var(--surface); color: inherit; font: inherit; }
.search button { border-color: var(--accent); background: var(--accent); color: var(--accent-text); font-weight: 700; cursor: pointer; }
.form { display: flex; flex-wrap: wrap; align-items: end; gap: 0.75rem; margin-block: 0.75rem; }
.field { flex: 1 1 12rem; min-inline-size: 0; }
.field label { display: block; margin-block-end: 0.25rem; color: var(--muted); font-size: 0.875rem; }
.form :is(input, select, button) { inline-size: 100%; max-inline-size: 100%; min-block-size: 2.75rem; padding: 0 0.9rem; border: 1px solid var(--muted); border-radius: 0.5rem; background: var(--surface); color: inherit; font: inherit; }
.form button { inline-size: auto; border-color: var(--accent); color: var(--accent); font-weight: 700; cursor: pointer; }
.form [role='status'] { flex-basis: 100%; margin: 0; }
.form [role='status']:empty { display: none; }
.after { margin-block-start: 1.5rem; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
.frame { background: none; }
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
.share { display: block; inline-size: 100%; min-inline-size: 5rem; block-size: 5px; margin-block-start: 0.25rem; border-radius: 3px; background: var(--raised); fill: var(--accent); }
[dir='rtl'] .share { transform: scaleX(-1); }
summary { cursor: pointer; }
@media (forced-colors: active) {
  .bars, .cell, .strip { fill: CanvasText; }
  .share { fill: CanvasText; }
}
/* A frame too low for the compact widget shows what is most important in it; it asks its page for more room. */
@media (max-height: 199px) {
  html:has(.frame.compact) { overflow: hidden; }
  .frame.compact { min-block-size: 200px; }
  .frame.compact outage-status::part(actions), .frame.compact outage-status::part(footer) { display: none; }
  .frame.compact .foot { position: fixed; inset-block-end: 0.25rem; inset-inline-end: 0.5rem; max-inline-size: calc(100% - 1rem); margin: 0; }
  .frame.compact .foot a { max-inline-size: 100%; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
}
`;

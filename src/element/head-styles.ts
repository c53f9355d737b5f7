import { css } from './style-sheet.js';

/**
 * Styles of the first paint: frame, head and grey shapes. Colours are pairs for light and dark; the scheme is the page's
 * own, or forced by `theme`. Every block that data fills has its size before the data arrives, so that nothing
 * moves then.
 */
export const headStyles = css`
  :host {
    --_text: light-dark(#1b1e24, #eceef2);
    --_muted: light-dark(#59606d, #a6adba);
    --_line: light-dark(#dfe2e8, #363b46);
    --_surface: var(--outage-status-surface, light-dark(#fff, #17191e));
    --_raised: light-dark(#f3f4f7, #22252c);
    --_accent: var(--outage-status-accent, light-dark(#1a5bcb, #8db5ff));
    --_accent-text: light-dark(#fff, #10131a);
    --_good: light-dark(#15703f, #63d49b);
    --_warn: light-dark(#835400, #f2be55);
    --_bad: light-dark(#ad4308, #ffa170);
    --_worse: light-dark(#b01c2e, #ff9093);
    --_info: light-dark(#2a56a8, #94baff);
    --_radius: var(--outage-status-radius, 0.75rem);
    --_gap: 1rem;
    display: block;
    container-type: inline-size;
    color: var(--_text);
    line-height: 1.45;
    text-align: start;
  }
  :host(:state(crowded):not([variant='badge'])) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 33.6rem;
  }
  /* Drawn before the element is there: the room that the page has kept free is taken, and nothing can be pressed yet. */
  :host(:not(:defined)) {
    min-block-size: 0 !important;
  }
  :host(:not(:defined)) :is(.link, [popover]) {
    visibility: hidden;
  }
  :host([hidden]) {
    display: none;
  }
  /* The content of the tag has kept the widget's room free; the widget itself does that now. */
  ::slotted(span) {
    min-inline-size: 0 !important;
    block-size: auto !important;
    padding: 0 !important;
  }
  :host([variant='badge']) {
    display: inline-block;
    container-type: normal;
    color: inherit;
    vertical-align: baseline;
    line-height: inherit;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  * {
    box-sizing: border-box;
  }
  p {
    margin: 0;
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  [data-status] {
    --_tone: var(--_muted);
  }
  [data-status='operational'] {
    --_tone: var(--_good);
  }
  [data-status='degraded_performance'] {
    --_tone: var(--_warn);
  }
  [data-status='partial_outage'] {
    --_tone: var(--_bad);
  }
  [data-status='major_outage'] {
    --_tone: var(--_worse);
  }
  [data-status='under_maintenance'] {
    --_tone: var(--_info);
  }
  .card {
    display: flex;
    flex-direction: column;
    gap: var(--_gap);
    padding: 1rem 1.25rem 0.75rem;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-block-start: 3px solid var(--_tone, var(--_line));
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }
  .icon {
    inline-size: 1em;
    block-size: 1em;
    flex: none;
    fill: currentColor;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    padding: 0.15em 0.7em 0.15em 0.55em;
    border: 1px solid color-mix(in srgb, var(--_tone) 40%, transparent);
    border-radius: 99px;
    background: color-mix(in srgb, var(--_tone) 10%, var(--_surface));
    color: var(--_tone);
    font-size: 0.875em;
    font-weight: 600;
    white-space: nowrap;
  }
  .badge[data-status='partial_outage'],
  .badge[data-status='major_outage'] {
    background: var(--_tone);
    color: var(--_accent-text);
  }
  button.badge,
  .waiting {
    font-size: 0.9em;
    line-height: 1.3;
    block-size: 1.75em;
    padding-block: 0;
  }
  .waiting {
    color: inherit;
  }
  .words {
    display: inline-grid;
    text-align: center;
  }
  .words > * {
    grid-area: 1 / 1;
  }
  .ghost {
    visibility: hidden;
  }
  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 0.75rem;
    min-block-size: 1.7em;
  }
  .service {
    font-size: 1.125em;
    font-weight: 650;
  }
  .headline {
    min-block-size: 4.6em;
  }
  .summary {
    font-size: 1.0625em;
    text-wrap: pretty;
  }
  .muted {
    color: var(--_muted);
    font-weight: 400;
  }
  .since,
  .footer {
    font-size: 0.8125em;
  }
  .body {
    display: grid;
    gap: var(--_gap);
  }
  .activity {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    gap: 0.5rem;
    min-block-size: 8.75em;
  }
  .activity.plain {
    min-block-size: 2.5em;
  }
  .breakdown {
    min-block-size: 11.5em;
    font-size: 0.875em;
  }
  .footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    column-gap: 1rem;
    margin-block-start: auto;
    min-block-size: 24px;
    color: var(--_muted);
  }
  .bone {
    background: repeating-linear-gradient(var(--_raised) 0 0.5em, transparent 0 2.5em);
  }
  :host(:state(failed)) .bone {
    background: none;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  @container (inline-size >= 35rem) {
    .body {
      grid-template-columns: 1fr 1fr;
      gap: 2rem;
    }
    .headline {
      min-block-size: 3em;
    }
  }
  @container (inline-size < 20rem) {
    .card {
      padding-inline: 0.875rem;
    }
    .headline {
      min-block-size: 6em;
    }
    .footer {
      display: grid;
      justify-items: start;
      min-block-size: 3.4em;
    }
  }
  @container (inline-size < 17rem) {
    .header {
      min-block-size: 3.7em;
      align-content: start;
    }
    .headline {
      min-block-size: 7.6em;
    }
    .activity {
      min-block-size: 9.9em;
    }
    .breakdown {
      min-block-size: 16em;
    }
  }
  @container (inline-size < 14.5rem) {
    .compact > :is(.body, .live) {
      display: none;
    }
  }
`;

import { css } from './style-sheet.js';

/**
 * Styles at the widget's edge: its palette, its own box, and where the page's text styles end, however the page sets them:
 * at the card and the badge. docs/styling.md lists those that come through. Colours are pairs for light and dark; the
 * scheme is the page's own, or forced by `theme`. Before the element is there, the room that the page has kept free is
 * taken, and nothing can be pressed. The `<span>` in the tag has kept the widget's room free, which the widget itself does
 * from then on. Where only its content decides a width, as in a float, an empty box of 20rem that may shrink decides in the
 * card's place: what a container query measures has no width of its own. Comments in the text would be in the file that a
 * page loads, so they stand here.
 */
export const edgeStyles = css`
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
    writing-mode: horizontal-tb !important;
  }
  :host(:not([variant~='badge' i]))::before {
    content: '';
    display: grid;
    grid-template-columns: minmax(0, 20rem);
  }
  .frame {
    container-type: inline-size;
    min-inline-size: 100%;
    white-space: normal;
  }
  .card,
  .badge {
    all: initial;
    box-sizing: border-box;
    color-scheme: inherit;
    font-family: inherit;
    font-size: inherit;
    line-height: 1.45;
    pointer-events: inherit;
    visibility: inherit;
    -webkit-text-size-adjust: inherit;
    color: var(--_text);
  }
  :host(:not(:defined)) {
    min-block-size: 0 !important;
  }
  :host(:not(:defined)) :is(.link, [popover]) {
    visibility: hidden;
  }
  :host([hidden]) {
    display: none;
  }
  ::slotted(span) {
    min-inline-size: 0 !important;
    block-size: auto !important;
    padding: 0 !important;
  }
  :host([variant~='badge' i]) {
    display: inline-flex;
    max-inline-size: 100%;
    vertical-align: baseline;
  }
  :host([theme~='light' i]) {
    color-scheme: light;
  }
  :host([theme~='dark' i]) {
    color-scheme: dark;
  }
`;

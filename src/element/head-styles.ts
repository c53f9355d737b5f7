import { compactStyles } from './compact-styles.js';
import { edgeStyles } from './edge-styles.js';
import { css } from './style-sheet.js';

/**
 * Styles of the first paint: frame, head and grey shapes. Every block that data fills has its size before the data
 * arrives, so that nothing moves then; what a sentence leaves of its room goes to the sparkline.
 */
export const headStyles = css`
  ${edgeStyles}
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
    font-weight: 700;
    max-inline-size: 100%;
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
    white-space: nowrap;
  }
  .waiting {
    color: inherit;
  }
  .badge span {
    overflow: hidden;
    text-overflow: ellipsis;
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
    font-weight: 700;
  }
  .top,
  .lead {
    display: flex;
    flex-direction: column;
    gap: var(--_gap);
  }
  .lead {
    --_sentence: 4.6em;
    --_figures: 8.75em;
    min-block-size: var(--_sentence);
  }
  .lead:has(.activity) {
    min-block-size: calc(var(--_sentence) + var(--_gap) + var(--_figures));
  }
  .lead:has(.plain) {
    --_figures: 2.5em;
  }
  .summary {
    font-size: 1.0625em;
    text-wrap: pretty;
  }
  .muted {
    color: var(--_muted);
    font-weight: 400;
  }
  .footer {
    font-size: 0.8125em;
  }
  .activity {
    flex: 1 0 auto;
    display: flex;
    flex-direction: column;
    gap: 0.5rem;
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
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  @container (inline-size >= 35rem) {
    .top {
      display: grid;
      grid-template-columns: 1fr 1fr;
      column-gap: 2rem;
    }
    .lead {
      display: contents;
    }
    .headline {
      grid-column: 1 / -1;
      min-block-size: 3em;
    }
    .activity {
      min-block-size: var(--_figures);
    }
  }
  @container (inline-size < 20rem) {
    .card {
      padding-inline: 0.875rem;
    }
    .lead {
      --_sentence: 6em;
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
    .lead {
      --_sentence: 7.6em;
      --_figures: 9.9em;
    }
    .breakdown {
      min-block-size: 16em;
    }
  }
  ${compactStyles}
`;

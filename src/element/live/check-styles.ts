import { css } from '../style-sheet.js';

/** The check from this device, in the guide. */
export const checkStyles = css`
  .check {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 0.5em 1em;
    margin-block: 0.5em 0.75em;
  }
  .check [role='status'] {
    grid-column: 1 / -1;
  }
  .check-note {
    font-size: 0.8125em;
    color: var(--_muted);
    text-wrap: pretty;
  }
  .check .facts {
    margin-block-start: 0.25em;
  }
  .section .check li + li {
    border: 0;
  }
  @container (inline-size < 36em) {
    .check {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

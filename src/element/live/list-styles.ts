import { css } from '../style-sheet.js';

/** The lists in the panels. */
export const listStyles = css`
  .section :is(ol, ul) {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .section li {
    display: block;
    margin: 0;
    line-height: inherit;
  }
  .section li + li {
    border-block-start: 1px solid var(--_line);
  }
  .incidents > li {
    padding-block: 0.75em;
  }
  .incidents > li:first-child {
    padding-block-start: 0;
  }
  .incidents > li:last-child {
    padding-block-end: 0;
  }
  .incident-title {
    font-weight: 700;
  }
  .incidents .mark {
    font-size: 0.875em;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 1em;
    font-size: 0.8125em;
    color: var(--_muted);
  }
  .section details > summary {
    min-block-size: 24px;
    padding-block: 0.5em;
    cursor: pointer;
    font-weight: 700;
  }
  .section details > p {
    padding-block-end: 0.75em;
    font-size: 0.9375em;
    line-height: 1.5;
    text-wrap: pretty;
    white-space: pre-line;
  }
  .steps {
    counter-reset: step;
  }
  .steps > li {
    counter-increment: step;
    display: grid;
    grid-template-columns: 2em minmax(0, 1fr);
  }
  .steps > li::before {
    content: counter(step);
    box-sizing: border-box;
    inline-size: 1.75em;
    block-size: 1.75em;
    margin-block-start: 0.7em;
    border: 1px solid var(--_line);
    border-radius: 99px;
    font-size: 0.8125em;
    line-height: 1.65em;
    font-variant-numeric: tabular-nums;
    text-align: center;
    color: var(--_muted);
  }
  .questions details + details {
    border-block-start: 1px solid var(--_line);
  }
  .about {
    margin-block-start: 0.25em;
    font-size: 0.9375em;
    line-height: 1.5;
    text-wrap: pretty;
    white-space: pre-line;
    color: var(--_muted);
  }
  .section .related-services > li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
    padding-block: 0.5em;
  }
  .related-services .mark {
    font-size: 0.875em;
  }
`;

import { css } from './style-sheet.js';

/**
 * The compact form: the card's own parts, without most of them. The sparkline is beside the name in a narrow column, where
 * the badge's words need a whole row, beside name and badge in others, in a wide one beside the sentence too, and there the
 * buttons share a row. What data fills has its size before, as in the card.
 */
const compactForm = css`
  .summary {
    font-size: 1em;
  }
  .activity {
    min-block-size: 3.25rem;
  }
  .top,
  .lead {
    display: contents;
  }
  & {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.25rem 1rem;
    padding-block: 0.625rem;
  }
  .headline {
    min-block-size: var(--_sentence);
    align-content: center;
  }
  .live,
  .footer {
    min-block-size: 2.25rem;
  }
  [part='since'],
  .count,
  .axis,
  .plain,
  .breakdown,
  .footer > :not(.secondary) {
    display: none;
  }
  @container (inline-size < 35rem) {
    .header {
      flex-direction: column;
      align-items: start;
      min-block-size: 3.7em;
    }
  }
  @container (inline-size < 20rem) {
    & {
      grid-template-rows: auto minmax(1.65em, auto);
    }
    .header {
      display: contents;
    }
    .badge {
      justify-self: start;
    }
    .badge,
    .live,
    .footer {
      grid-column: 1 / -1;
    }
    .live {
      grid-row: 4;
    }
    .footer {
      grid-row: 5;
    }
    .headline {
      grid-area: 3 / 1 / 3 / -1;
      min-block-size: 5.8em;
      align-content: start;
    }
    .activity {
      grid-area: 1 / 2;
      inline-size: 36cqi;
      min-block-size: 2.25rem;
    }
  }
  @container (inline-size >= 20rem) {
    & {
      grid-template-columns: auto 1fr;
    }
    .live,
    .footer {
      grid-area: 3 / 1 / 3 / -1;
    }
    .headline {
      grid-column: 1 / -1;
    }
    .activity {
      grid-area: 1 / 2;
    }
  }
  @container (inline-size >= 27rem) {
    .headline {
      min-block-size: 3em;
    }
  }
  @container (inline-size >= 35rem) {
    .header {
      justify-content: start;
    }
    .activity {
      grid-area: 1 / 2 / 3;
      inline-size: 28cqi;
    }
    & {
      grid-template-columns: 1fr auto;
    }
    .headline {
      grid-column: 1;
    }
  }
`;

/**
 * Limits rules to a card in its compact form: until the visitor opens it, always or where there is little space.
 *
 * @param rules Rules for what is in the card, none of them for the card itself but by `&`.
 */
export const whereCompact = (rules: string): string => css`
  .compact {
    ${rules}
  }
  @container (inline-size < 14.5rem) {
    .auto {
      ${rules}
    }
  }
`;

/** The compact form, for the first paint. */
export const compactStyles = whereCompact(compactForm);

import { css } from '../style-sheet.js';

/**
 * The space of the closed live section, so that the paint stage can reserve it before the section's file loads.
 * The sums are those of `voices-styles.ts` and `actions-styles.ts`; a test compares them with what is really drawn.
 * `alone` marks a section with the users' voice only.
 */
export const liveReserve = css`
  .live {
    --_cell: 6.0625em;
    --_voices: calc(var(--_cell) + 2px);
    --_report: max(44px, 2.75em);
    --_toggle: max(36px, 2.25em);
    --_actions: var(--_report);
    min-block-size: calc(var(--_voices) + 0.75em + var(--_actions));
  }
  @container (inline-size < 40em) {
    .live {
      --_actions: calc(var(--_report) + 0.5em + var(--_toggle));
    }
  }
  @container (inline-size < 30em) {
    .live {
      --_cell: 4.925em;
      --_voices: calc(2 * var(--_cell) + 3px);
    }
    .live.alone {
      --_voices: calc(var(--_cell) + 2px);
    }
  }
  @container (inline-size < 27em) {
    .live {
      --_actions: calc(var(--_report) + 0.875em + 2 * var(--_toggle));
    }
  }
`;

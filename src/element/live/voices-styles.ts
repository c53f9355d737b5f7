import { css } from '../style-sheet.js';

/** The two voices side by side, one above the other where it is narrow. Their lines never wrap. */
export const voicesStyles = css`
  .voices {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.75);
  }
  .voice {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    padding: 0.625em 0.875em;
  }
  .voice + .voice {
    border-inline-start: 1px solid var(--_line);
  }
  .voice > *,
  .mark > span {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .voice-label,
  .voice-detail {
    min-block-size: 1.4em;
    font-size: 0.8125em;
    color: var(--_muted);
  }
  .voice-label {
    color: var(--_text);
  }
  .mark {
    display: flex;
    align-items: center;
    gap: 0.4em;
    font-weight: 600;
    color: var(--_tone);
  }
  @container (inline-size < 30em) {
    .voices {
      grid-auto-flow: row;
    }
    .voice {
      grid-template-columns: minmax(5.5em, 1fr) minmax(0, auto);
      column-gap: 0.75em;
    }
    .voice + .voice {
      border-inline-start: 0;
      border-block-start: 1px solid var(--_line);
    }
    .voice > .mark,
    .voice > .voice-detail {
      grid-column: 1 / -1;
    }
    .voice > .voice-source {
      grid-area: 1 / 2;
    }
  }
`;

import { css } from '../style-sheet.js';

/** The box of the whole section, and links to other sites. */
export const sectionStyles = css`
  .section {
    line-height: 1.4;
  }
  .outside {
    color: var(--_accent);
    text-underline-offset: 0.15em;
    white-space: nowrap;
  }
`;

/**
 * The two voices side by side, one above the other where it is narrow. Their lines never wrap. Where it is narrowest, for
 * how many it works again, the only source with a title, takes the line of the most reported category.
 */
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
    font-weight: 700;
    color: var(--_tone);
  }
  @container (inline-size < 30em) {
    .voices {
      grid-auto-flow: row;
    }
    .voice {
      grid-template-columns: auto minmax(0, 1fr);
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
      text-align: end;
    }
  }
  @container (inline-size < 20rem) {
    .voice {
      padding-inline: 0.5em;
    }
    .voice > .mark {
      font-size: 0.9em;
      line-height: 1.5556;
    }
    .voice > :has(+ [title].voice-source) {
      display: none;
    }
    .voice > [title].voice-source {
      grid-area: 3 / 1 / auto / -1;
      text-align: start;
    }
  }
`;

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
 * The voices of users and vendor side by side, one above the other where it is narrow. Their lines never wrap. The third
 * is a line below both, in the room of their fourth line, so that a card is as high with it as without; where it is narrow,
 * it may take a second line. Where it is narrowest, for
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
  .voices.probed {
    grid-auto-flow: row;
    grid-template: 1fr auto / repeat(2, minmax(0, 1fr));
    min-block-size: calc(6.0625em + 2px);
  }
  .probed.single {
    grid-template-columns: minmax(0, 1fr);
  }
  .probed > .voice {
    grid-template-columns: auto minmax(0, 1fr);
    align-content: center;
    column-gap: 0.75em;
    padding-block: 0.1em;
  }
  .probed > .voice > .mark,
  .probed > .voice > .voice-detail {
    grid-column: 1 / -1;
  }
  .probed > .voice > .voice-source {
    grid-area: 1 / 2;
    text-align: end;
  }
  .probed > .probe {
    grid-column: 1 / -1;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    padding-block: 0.2em;
    border-block-start: 1px solid var(--_line);
    border-inline-start: 0;
  }
  .probed > .probe > .mark {
    grid-column: auto;
    font-size: 0.8125em;
    font-weight: 400;
  }
  .probed > .probe > .voice-source {
    grid-area: auto;
  }
  @container (inline-size < 30em) {
    .voices.probed {
      grid-template: 1fr 1fr auto / minmax(0, 1fr);
      min-block-size: calc(9.85em + 3px);
    }
    .voices.probed.single {
      grid-template-rows: 1fr auto;
      min-block-size: calc(4.925em + 2px);
    }
    .voices.probed > .voice > * {
      min-block-size: 0;
      line-height: 1.3;
    }
    .probed > .voice:not(.probe) > .mark {
      font-size: 0.875em;
    }
    .probed > .probe > .voice-label,
    .probed > .probe > .voice-source {
      display: none;
    }
    .probed:not(.single) > .probe > .mark > span {
      max-block-size: 2.6em;
      white-space: normal;
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

import { css } from '../style-sheet.js';

/** The row of buttons: one prominent, the others quiet. */
export const actionsStyles = css`
  .actions {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.5em 1em;
    margin-block-start: 0.75em;
  }
  .primary {
    box-sizing: border-box;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: max(44px, 2.75em);
    padding: 0.25em 1.25em;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_accent);
    color: var(--_accent-text);
    font-weight: 700;
    text-decoration: none;
  }
  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }
  .primary[aria-disabled='true'] {
    background: var(--_muted);
    cursor: progress;
  }
  .secondary {
    border-color: var(--_line);
    background: none;
    color: var(--_accent);
  }
  .secondary:hover {
    background: var(--_raised);
  }
  .no-primary {
    min-block-size: max(44px, 2.75em);
  }
  .note {
    display: flex;
    align-items: center;
    margin: 0;
    color: var(--_muted);
  }
  .toggles {
    display: flex;
    align-items: center;
    justify-content: end;
    gap: 0.375em;
  }
  .toggle,
  .quiet {
    min-block-size: max(36px, 2.25em);
    padding: 0.25em 0.75em;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 0.6);
    background: none;
    color: var(--_muted);
    line-height: inherit;
  }
  .toggle {
    min-inline-size: 0;
  }
  .toggle > span {
    display: block;
    overflow: hidden;
    font-size: 0.875em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  :is(.toggle, .quiet):hover {
    background: var(--_raised);
    color: var(--_text);
  }
  .toggle[aria-expanded='true'] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 10%, transparent);
    color: var(--_accent);
  }
  @container (inline-size < 40em) {
    .actions {
      grid-template-columns: minmax(0, 1fr);
    }
    .toggles {
      justify-content: stretch;
    }
    .toggle {
      flex: 1 1 auto;
      padding-inline: 0.3em;
      border-color: var(--_line);
    }
  }
  @container (inline-size < 27em) {
    .primary {
      padding-inline: 0.5em;
    }
    .toggles {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media (forced-colors: active) {
    .primary,
    .toggle,
    .quiet {
      border-color: ButtonBorder;
    }
    .toggle[aria-expanded='true'] {
      border-width: 2px;
      border-color: Highlight;
    }
    .primary[aria-disabled='true'] {
      color: GrayText;
    }
  }
`;

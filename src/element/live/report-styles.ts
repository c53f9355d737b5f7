import { css } from '../style-sheet.js';

/**
 * Choosing what fails, sending, and the answer. "Works for me again" is as wide as the choices, with its tick where they
 * have their circle; but it is a button, and sent at once.
 */
export const reportStyles = css`
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
    gap: 0.5em;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-block-size: max(44px, 2.5em);
    padding: 0.4em 0.75em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.6);
    cursor: pointer;
  }
  .choice:hover {
    background: var(--_raised);
  }
  .choice:has(:checked) {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 10%, transparent);
  }
  .choice:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .choice input {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    margin: 0;
    outline: none;
    accent-color: var(--_accent);
  }
  .choices[aria-disabled='true'] {
    opacity: 0.7;
  }
  .recovered {
    justify-content: start;
    gap: 0.6em;
    margin-block-start: -0.25em;
    padding: 0.4em 0.75em;
    border-radius: calc(var(--_radius) * 0.6);
    text-align: start;
  }
  .recovered[aria-disabled='true'] {
    background: none;
    color: var(--_muted);
  }
  .recovered .icon {
    inline-size: 1.125em;
    block-size: 1.125em;
    color: var(--_good);
  }
  .choice-description,
  .privacy {
    font-size: 0.8125em;
    color: var(--_muted);
  }
  .choice-description {
    min-block-size: 1.4em;
    color: var(--_text);
  }
  .panel.bare {
    padding: 0;
    border: 0;
  }
  .confirm {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  .answer:not(:empty) {
    margin-block-start: 0.75em;
    padding: 0.6em 0.875em;
    border-inline-start: 3px solid var(--_tone);
    border-radius: calc(var(--_radius) * 0.4);
    background: color-mix(in srgb, var(--_tone) 9%, transparent);
    font-weight: 700;
  }
  .answer {
    --_tone: var(--_info);
  }
  .answer:is([data-outcome='counted'], [data-outcome='already_reported']) {
    --_tone: var(--_good);
  }
  .answer:is([data-outcome='refused'], [data-outcome='offline'], [data-outcome='prevented']) {
    --_tone: var(--_warn);
  }
  @container (inline-size < 30em) {
    .choice-description {
      min-block-size: 2.8em;
    }
  }
  @media (forced-colors: active) {
    .choice:has(:checked) {
      border-color: Highlight;
    }
  }
`;

import { whereCompact } from './compact-styles.js';
import { css } from './style-sheet.js';

/** The buttons of the compact form: of all that the live section has, it shows only how to report. */
const compactButtons = css`
  .footer {
    display: flex;
    margin: 0;
    font-size: 1em;
    white-space: nowrap;
  }
  @container (inline-size < 20rem) {
    .activity svg {
      flex-basis: 2.25rem;
    }
  }
  @container (inline-size >= 20rem) {
    .live {
      justify-self: start;
      max-inline-size: calc(100% - 6rem);
    }
    .footer {
      justify-self: end;
    }
  }
  .toggles,
  .section > :not(.actions) {
    display: none;
  }
  .actions {
    margin: 0;
  }
  .primary,
  .no-primary {
    flex: auto;
    min-block-size: 2.25rem;
    font-size: 0.875em;
  }
`;

/** Styles that matter only once the element is defined: its states, the focus, and the popover. The first paint has none. */
export const definedStyles = css`
  :host(:state(crowded):not([variant~='badge' i])) {
    content-visibility: auto;
    contain-intrinsic-size: auto 20rem auto 33.6rem;
  }
  :host(:state(crowded)[variant~='compact' i]) {
    contain-intrinsic-size: auto 20rem auto 9rem;
  }
  :host(:state(failed)) .bone {
    background: none;
  }
  button.badge {
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  ${whereCompact(compactButtons)}
  @container (inline-size >= 14.5rem) {
    .footer .more-auto {
      display: none;
    }
  }
  [popover] {
    inset: auto;
    position-area: block-end span-inline-end;
    position-try-fallbacks:
      flip-block,
      flip-inline,
      flip-block flip-inline;
    inline-size: min(26rem, 100vw - 1rem);
    max-block-size: min(40rem, 100vh - 4rem);
    margin: 0.4rem;
    padding: 0;
    overflow: auto;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text);
    box-shadow: 0 8px 32px light-dark(#1b1e2433, #0009);
    font-size: 1rem;
    font-weight: 400;
    line-height: 1.45;
  }
`;

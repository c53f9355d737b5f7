import { css } from './style-sheet.js';

/** Styles of everything below the head: figures, sparkline, categories and footer. */
export const cardStyles = css`
  ul,
  figure {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  .count {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    font-size: 0.875em;
    line-height: 1.3;
  }
  .count strong {
    font-size: 2.25em;
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .count .muted {
    display: block;
  }
  .sparkline {
    flex: 1 0 auto;
    display: flex;
    flex-direction: column;
  }
  .sparkline svg {
    flex: 1 0 3.25rem;
    inline-size: 100%;
    min-block-size: 0;
    border-block-end: 1px solid var(--_line);
  }
  [dir='rtl'] .sparkline svg {
    transform: scaleX(-1);
  }
  .axis {
    font-size: 0.8125em;
    display: flex;
    justify-content: space-between;
  }
  .band {
    fill: var(--_muted);
    opacity: 0.22;
  }
  .area {
    fill: var(--_accent);
    opacity: 0.14;
  }
  .line {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.75;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .label {
    display: flex;
    justify-content: space-between;
    color: var(--_muted);
  }
  li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.15rem 0.75rem;
    margin-block-start: 0.5rem;
    line-height: 1.3;
  }
  .figures {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .figures .muted {
    display: inline-block;
    min-inline-size: 3em;
    text-align: end;
  }
  .bar {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 5px;
    border-radius: 3px;
    fill: var(--_raised);
  }
  [dir='rtl'] .bar {
    transform: scaleX(-1);
  }
  .share {
    fill: var(--_tone);
  }
  [data-status='operational'] .share {
    fill: var(--_muted);
  }
  .link {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
  }
  @media (forced-colors: active) {
    .line {
      stroke: CanvasText;
    }
    .share {
      fill: CanvasText;
    }
  }
`;

import { css } from '../style-sheet.js';

/** The chart's box, the samples that carry its colours, and the table. */
export const trendStyles = css`
  .panel figure {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
  }
  .plot {
    position: relative;
    block-size: 14em;
    border-block-end: 0 solid var(--_line);
    font-size: 0.8125em;
    color: var(--_muted);
  }
  .plot.empty {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
  }
  .plot canvas {
    border-radius: 2px;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    font-size: 0.8125em;
    color: var(--_muted);
    /* Not to be seen: its start tells the chart that the page's colours have changed, whatever the cause. */
    text-decoration-color: var(--_accent);
    transition: text-decoration-color 1ms;
  }
  .legend > span {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
  }
  .sample {
    display: inline-block;
    inline-size: 1.25em;
    block-size: 0.75em;
    forced-color-adjust: none;
  }
  .sample-counts {
    border-block-start: 2px solid var(--_accent);
    background-color: color-mix(in srgb, var(--_accent) 14%, transparent);
  }
  .sample-band {
    background-color: color-mix(in srgb, var(--_muted) 26%, transparent);
  }
  .readout {
    min-block-size: 1.4em;
    background-color: var(--_surface);
    font-size: 0.875em;
    font-weight: 700;
    color: var(--_text);
  }
  .table-box {
    max-block-size: 16em;
    overflow: auto;
  }
  .table-box table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
  }
  .table-box :is(th, td) {
    padding: 0.3em 0.5em;
    border-block-end: 1px solid var(--_line);
    text-align: start;
  }
  .table-box td,
  .table-box th[scope='col'] + th {
    text-align: end;
  }
  .table-box tbody th {
    font-weight: 400;
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .plot {
      border-color: GrayText;
    }
    .sample-counts {
      border-color: CanvasText;
      background-color: transparent;
    }
    .sample-band {
      background-color: GrayText;
    }
    .readout {
      background-color: Canvas;
      color: CanvasText;
      forced-color-adjust: none;
    }
  }
`;

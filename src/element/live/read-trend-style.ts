import type { TrendStyle } from '../../chart/index.js';

/**
 * Reads the chart's colours from the page. A custom property would give `light-dark(…)` unresolved, so this reads
 * them from the elements that use them: the legend's two samples, the frame, and the box of the tooltip's colours.
 *
 * @param plot The box of the canvas, with the legend beside it in the same figure.
 */
export function readTrendStyle(plot: HTMLElement): TrendStyle {
  const figure = plot.closest('figure') ?? plot;
  const styleOf = (selector: string): CSSStyleDeclaration =>
    getComputedStyle(figure.querySelector(selector) ?? figure);
  const counts = styleOf('.sample-counts');
  const tooltip = styleOf('.readout');
  const frame = getComputedStyle(plot);
  return {
    line: counts.borderBlockStartColor,
    area: counts.backgroundColor,
    band: styleOf('.sample-band').backgroundColor,
    grid: frame.borderBlockEndColor,
    text: frame.color,
    tooltipGround: tooltip.color,
    tooltipText: tooltip.backgroundColor,
    fontFamily: frame.fontFamily,
    fontSizePx: Number.parseFloat(frame.fontSize),
    rightToLeft: frame.direction === 'rtl',
  };
}

/** Whether two styles draw the same chart. */
export const isSameStyle = (left: TrendStyle, right: TrendStyle): boolean =>
  (Object.keys(left) as (keyof TrendStyle)[]).every((key) => left[key] === right[key]);

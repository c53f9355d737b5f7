import type { TrendLook } from '../../chart/index.js';

/**
 * Reads the chart's colours from the page. A custom property would give `light-dark(…)` unresolved, so they are read
 * from the elements that wear them: the legend's two samples, the frame, and the box of the tooltip's colours.
 *
 * @param plot The box of the canvas, with the legend beside it in the same figure.
 */
export function readTrendLook(plot: HTMLElement): TrendLook {
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

/** Whether two looks draw the same. */
export const isSameLook = (left: TrendLook, right: TrendLook): boolean =>
  (Object.keys(left) as (keyof TrendLook)[]).every((key) => left[key] === right[key]);

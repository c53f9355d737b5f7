/** The shapes of a sparkline, as SVG path data in a `width` × `height` box with y pointing down. */
export interface SparklinePaths {
  /** The open line through the counts. */
  readonly line: string;
  /** The line closed along the bottom edge, for a fill. */
  readonly area: string;
  /** The usual range, closed; empty without a baseline. */
  readonly band: string;
  /** The value at the top edge; at least 1. */
  readonly maximum: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * Draws the counts of the last hours over the usual range. Element and pictures share these shapes.
 *
 * @param counts Reports per bucket, oldest first.
 * @param typical Usual reports per bucket, oldest first; shorter or empty when unknown.
 * @param width Width of the box in user units.
 * @param height Height of the box in user units.
 * @returns Path data with one decimal. The band reaches from 0 to `typical + 2·√typical`, two standard deviations above
 *   the mean if reports are Poisson-distributed.
 */
export function drawSparkline(
  counts: readonly number[],
  typical: readonly number[],
  width: number,
  height: number,
): SparklinePaths {
  const upper = typical.slice(0, counts.length).map((value) => value + 2 * Math.sqrt(value));
  const maximum = Math.max(1, ...counts, ...upper);
  const stepX = counts.length > 1 ? width / (counts.length - 1) : width;
  const points = (values: readonly number[]): string =>
    values
      .map(
        (value, index) => `${round(index * stepX)} ${round(height - (value / maximum) * height)}`,
      )
      .join('L');
  const close = (values: readonly number[]): string =>
    values.length > 1
      ? `M0 ${height}L${points(values)}L${round((values.length - 1) * stepX)} ${height}Z`
      : '';
  return {
    line: counts.length > 1 ? `M${points(counts)}` : '',
    area: close(counts),
    band: close(upper),
    maximum,
  };
}

import type { Community } from '../feed/index.js';

/** One bucket of the trend. */
export interface TrendPoint {
  /** Start of the bucket, epoch milliseconds. */
  readonly atMs: number;
  /** Reports in the bucket. */
  readonly count: number;
  /** Usual reports in the bucket; `undefined` where there is no baseline. */
  readonly typical: number | undefined;
  /** Upper edge of the usual range, `typical + 2·√typical` as in the sparkline. */
  readonly upper: number | undefined;
}

/** Converts the series of a feed to points, oldest first, one for each count. */
export function readTrendPoints({
  startAt,
  stepSeconds,
  counts,
  typical,
}: Community['series']): TrendPoint[] {
  const startMs = Date.parse(startAt);
  return counts.map((count, index) => {
    const usual = typical[index];
    return {
      atMs: startMs + index * stepSeconds * 1000,
      count,
      typical: usual,
      upper: usual === undefined ? undefined : usual + 2 * Math.sqrt(usual),
    };
  });
}

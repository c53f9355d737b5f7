/** Milliseconds of the intervals that are counted in, and of a day. */
export const MINUTE_MS = 60_000;
export const TEN_MINUTES_MS = 10 * MINUTE_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Start of the interval of `lengthMs` that holds `atMs`; intervals are counted from the epoch. */
export const startOfInterval = (atMs: number, lengthMs: number): number =>
  Math.floor(atMs / lengthMs) * lengthMs;

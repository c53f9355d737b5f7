import { floorTo, MINUTE_MS, SECOND_MS } from './clock.js';

/** Length of the window the feed counts, in seconds. */
export const WINDOW_SECONDS = 3600;

/**
 * The counting window of a moment: sixty whole minutes of the clock, the running one included, so that a report shows
 * at once and the numbers move once a minute.
 *
 * @returns Half-open, epoch milliseconds.
 */
export const countingWindow = (nowMs: number): { fromMs: number; toMs: number } => {
  const toMs = floorTo(nowMs, MINUTE_MS) + MINUTE_MS;
  return { fromMs: toMs - WINDOW_SECONDS * SECOND_MS, toMs };
};

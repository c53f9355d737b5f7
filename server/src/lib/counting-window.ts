import { floorTo, MINUTE_MS, SECOND_MS } from './clock.js';

/** Length of the window the feed counts, in seconds. */
export const WINDOW_SECONDS = 3600;

/**
 * The counting window at a moment: sixty whole minutes of the clock, including the running one, so that a new report
 * appears at once and the window moves once a minute.
 *
 * @returns Half-open, epoch milliseconds.
 */
export const countingWindow = (nowMs: number): { fromMs: number; toMs: number } => {
  const toMs = floorTo(nowMs, MINUTE_MS) + MINUTE_MS;
  return { fromMs: toMs - WINDOW_SECONDS * SECOND_MS, toMs };
};

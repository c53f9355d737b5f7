import { HOUR_MS, MINUTE_MS } from '../lib/clock.js';

/** Longest interval between polls of a failing page, unless the normal interval is longer. */
const LONGEST_BACK_OFF_MS = 15 * MINUTE_MS;
/** Longest `Retry-After` that is obeyed. */
const LONGEST_RETRY_AFTER_MS = HOUR_MS;

/**
 * The pause before the next poll of a page: the interval, doubled with every failure in a row, varied by a tenth so that
 * pages are not all polled together; never shorter than the page's `Retry-After`.
 *
 * @param options.failureCount Failures in a row, 0 after a success.
 * @param options.retryAfterMs The page's `Retry-After`, if it sent one.
 * @param options.random 0 to 1.
 * @returns Milliseconds.
 */
export function nextPause(options: {
  readonly intervalMs: number;
  readonly failureCount: number;
  readonly retryAfterMs: number | undefined;
  readonly random: number;
}): number {
  const { intervalMs, failureCount, retryAfterMs = 0, random } = options;
  const longestMs = Math.max(intervalMs, LONGEST_BACK_OFF_MS);
  const backedOffMs = Math.min(longestMs, intervalMs * 2 ** Math.min(failureCount, 20));
  return Math.max(
    backedOffMs * (0.9 + 0.2 * random),
    Math.min(retryAfterMs, LONGEST_RETRY_AFTER_MS) * (1 + 0.1 * random),
  );
}

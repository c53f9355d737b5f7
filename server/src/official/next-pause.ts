import { HOUR_MS, MINUTE_MS } from '../lib/clock.js';

/** A page that keeps failing is still looked at this often, unless polling is slower anyway. */
const LONGEST_BACK_OFF_MS = 15 * MINUTE_MS;
/** No page may silence us for longer. */
const LONGEST_RETRY_AFTER_MS = HOUR_MS;

/**
 * How long to wait before the next look at a page: the interval, doubled with every failure in a row, a tenth more or less
 * so that pages are not all looked at together; never less than the page asked for.
 *
 * @param options.failureCount Failures in a row, 0 after a success.
 * @param options.retryAfterMs What the page asked for, when it did.
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

import { HOUR_MS, MINUTE_MS } from '../lib/clock.js';

const FIRST_MS = MINUTE_MS;
const LONGEST_MS = HOUR_MS;

/**
 * How long to wait after a failed try: a minute, doubled with every try up to an hour. The second half is random, so that
 * messages that failed together are not retried together.
 *
 * @param tries Failed tries before this one.
 * @param random From 0 to 1.
 */
export function backOffMs(tries: number, random = Math.random()): number {
  const longest = Math.min(FIRST_MS * 2 ** Math.min(tries, 20), LONGEST_MS);
  return Math.round(longest * (0.5 + random / 2));
}

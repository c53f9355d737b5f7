import type { FeedError } from '../feed/index.js';

const FIRST_RETRY_MS = 5_000;
const CEILING_MS = 300_000;
const LONGEST_RETRY_AFTER_MS = 3_600_000;
const PUSHED_FACTOR = 5;

/** What {@link pollDelayMs} depends on. */
export interface PollSituation {
  /** Milliseconds between polls when all is well; `Infinity` = never. */
  readonly intervalMs: number;
  /** Failed polls since the last good one. */
  readonly failureCount: number;
  /** Why the last poll failed; `undefined` when it did not. */
  readonly error: FeedError | undefined;
  /** The feed's own age limit in milliseconds, when push is healthy; `undefined` when it is not. */
  readonly pushedMaxAgeMs: number | undefined;
  /** Uniform in [0, 1): spreads visitors who arrived together. */
  readonly jitter: number;
}

// Temporary statuses below 500: time-out, too early, too many requests.
const PASSING = new Set([408, 425, 429]);

const isLasting = ({ code, httpStatus = 0 }: FeedError): boolean =>
  code === 'unsupported' || (code === 'http' && httpStatus < 500 && !PASSING.has(httpStatus));

/**
 * Calculates how long after the last answer the next poll is due.
 *
 * - All is well: the interval ± 10 %.
 * - Push is healthy: five intervals ± 10 %, or half the feed's age limit where that is shorter, so that a quiet feed
 *   does not go stale between polls; at least one interval.
 * - The server sent `Retry-After`: that long, within 5 s and an hour, plus up to 10 %.
 * - A lasting failure (not found, not a feed we read): five minutes ± 10 % (or the interval where that is longer).
 * - Any other failure: 5 s, 10 s, 20 s … ± 10 %, five minutes at most (or the interval where that is longer).
 *
 * @returns Milliseconds, or `Infinity` for never.
 */
export function pollDelayMs(situation: PollSituation): number {
  const { intervalMs, failureCount, error, pushedMaxAgeMs, jitter } = situation;
  const spread = 0.9 + 0.2 * jitter;
  const ceilingMs = Math.max(CEILING_MS, intervalMs);
  if (intervalMs === Infinity) return Infinity;
  if (error?.retryAfterMs !== undefined) {
    const waitMs = Math.min(error.retryAfterMs, LONGEST_RETRY_AFTER_MS);
    return Math.max(waitMs, FIRST_RETRY_MS) * (1 + 0.1 * jitter);
  }
  if (error) {
    const backOffMs = FIRST_RETRY_MS * 2 ** Math.max(0, failureCount - 1);
    return isLasting(error) ? ceilingMs * spread : Math.min(backOffMs * spread, ceilingMs);
  }
  if (pushedMaxAgeMs === undefined) return intervalMs * spread;
  return Math.max(intervalMs, Math.min(intervalMs * PUSHED_FACTOR, pushedMaxAgeMs / 2)) * spread;
}

import type { Feed } from '../feed/index.js';

/** Age of a feed, and whether it is past its own age limit. */
export interface Freshness {
  /** Whole seconds since the feed was made; never negative. */
  readonly ageSeconds: number;
  /** True once the feed is older than its own `maxAgeSeconds`; do not show its status as current then. */
  readonly stale: boolean;
}

/**
 * Computes the age of a feed.
 *
 * @param nowMs Best estimate of the server's time, epoch milliseconds. A time before `generatedAt` gives age 0.
 */
export function readFreshness(
  feed: Pick<Feed, 'generatedAt' | 'maxAgeSeconds'>,
  nowMs: number,
): Freshness {
  const ageSeconds = Math.max(0, Math.floor((nowMs - Date.parse(feed.generatedAt)) / 1000));
  return { ageSeconds, stale: ageSeconds > feed.maxAgeSeconds };
}

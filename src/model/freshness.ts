import type { Feed } from '../feed/index.js';

/** How old a feed is and whether its own age limit has passed. */
export interface Freshness {
  /** Whole seconds since the feed was made; never negative. */
  readonly ageSeconds: number;
  /** True once the feed is older than its own `maxAgeSeconds`: its status must not be shown as current. */
  readonly stale: boolean;
}

/**
 * Tells the age of a feed.
 *
 * @param feed The feed.
 * @param nowMs The server's time as well as it is known, epoch milliseconds. A clock before `generatedAt` counts as age 0.
 */
export function readFreshness(
  feed: Pick<Feed, 'generatedAt' | 'maxAgeSeconds'>,
  nowMs: number,
): Freshness {
  const ageSeconds = Math.max(0, Math.floor((nowMs - Date.parse(feed.generatedAt)) / 1000));
  return { ageSeconds, stale: ageSeconds > feed.maxAgeSeconds };
}

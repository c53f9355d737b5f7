import type { FeedState } from '../client/feed-state.js';
import type { Feed, Status } from '../feed/index.js';
import { readFreshness } from '../model/freshness.js';

/** A feed and how to show it at one moment. */
export interface ShownFeed {
  readonly feed: Feed;
  /** The feed's status, or `unknown` once it is stale: nothing stale is ever shown as current. */
  readonly status: Status;
  /** The feed is older than its own age limit. */
  readonly stale: boolean;
  /** The newest request failed: what is on screen is not updating. */
  readonly failing: boolean;
  /** Estimate of the server's time, epoch milliseconds. */
  readonly nowMs: number;
}

/**
 * Decides how to show a feed.
 *
 * @param state State of the feed, `undefined` before the first request.
 * @param clockMs The visitor's clock, epoch milliseconds.
 * @returns `undefined` before the first feed.
 */
export function showFeed(state: FeedState | undefined, clockMs: number): ShownFeed | undefined {
  if (!state?.last) return undefined;
  const { feed, clockOffsetMs } = state.last;
  const nowMs = clockMs + clockOffsetMs;
  const { stale } = readFreshness(feed, nowMs);
  return {
    feed,
    status: stale ? 'unknown' : feed.status,
    stale,
    failing: state.phase === 'failed',
    nowMs,
  };
}

import type { Feed } from '../feed/index.js';
import type { LoadedFeed } from './feed-state.js';

// Races and caches reorder answers by minutes. If one is older by more, the server's clock was set back.
const REORDERED_WITHIN_MS = 3_600_000;

/**
 * Chooses between the feed on screen and one that has just arrived. From a reordered answer it keeps all but the feed.
 *
 * @param shown The feed on screen, if any.
 * @param arrived The answer that has just arrived.
 */
export function keepNewest(shown: LoadedFeed | undefined, arrived: LoadedFeed): LoadedFeed {
  if (!shown) return arrived;
  const behindMs = Date.parse(shown.feed.generatedAt) - Date.parse(arrived.feed.generatedAt);
  const isReordered = behindMs > 0 && behindMs <= REORDERED_WITHIN_MS;
  return isReordered ? { ...arrived, feed: shown.feed } : arrived;
}

// A server writes the properties of its feeds in one order, but leaves the guide out of pushed ones.
const textOf = (feed: Feed): string => JSON.stringify({ ...feed, guide: undefined });

/**
 * Completes a pushed feed, which carries no guide, with the guide already known. The first event repeats what the first
 * request has brought; then the feed is the one on screen, the same object.
 *
 * @param pushed The feed as pushed.
 * @param shown The feed on screen, if any; its validator is kept, as it belongs to the document at the feed's URL.
 * @param receivedAtMs The visitor's clock, epoch milliseconds.
 */
export function completePushed(
  pushed: Feed,
  shown: LoadedFeed | undefined,
  receivedAtMs: number,
): LoadedFeed {
  const guide = pushed.guide ?? shown?.feed.guide;
  const isRepeated = shown && !pushed.guide && textOf(pushed) === textOf(shown.feed);
  return {
    feed: isRepeated ? shown.feed : guide ? { ...pushed, guide } : pushed,
    receivedAtMs,
    clockOffsetMs: shown?.clockOffsetMs ?? 0,
    etag: shown?.etag,
  };
}

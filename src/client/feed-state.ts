import type { Feed, FeedError } from '../feed/index.js';

/** A feed and the facts about the answer that delivered it. */
export interface LoadedFeed {
  readonly feed: Feed;
  /** The visitor's clock when the answer arrived, epoch milliseconds. */
  readonly receivedAtMs: number;
  /** Server's clock minus visitor's clock in milliseconds, from the answer's `Date`; 0 where that is not readable. */
  readonly clockOffsetMs: number;
  /** The answer's `ETag`, to send as `If-None-Match`. */
  readonly etag: string | undefined;
}

/** State of one feed URL. A failure keeps the last good feed, so that it can stay on screen with its age. */
export type FeedState =
  | { readonly phase: 'loading'; readonly last: LoadedFeed | undefined }
  | { readonly phase: 'ready'; readonly last: LoadedFeed }
  | { readonly phase: 'failed'; readonly error: FeedError; readonly last: LoadedFeed | undefined };

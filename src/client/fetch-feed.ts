import type { Feed } from '../feed/index.js';
import { createRetryingFetch } from './http.js';
import { loadSources } from './lazy.js';
import { realPlatform, type Platform } from './platform.js';
import { requestFeed, type FeedRequest } from './request-feed.js';

/** Options of {@link fetchFeed}. */
export interface FetchFeedOptions {
  /** Aborts the request; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly fetch?: Platform['fetch'];
}

const readForeignFeed: FeedRequest['readForeignFeed'] = async (document, options) =>
  (await loadSources()).readForeignFeed(document, options);

/**
 * Fetches one feed, or converts a vendor's own status page into one. Retries once after a lost connection.
 *
 * @param url Absolute URL, e.g. `https://status.example/v1/services/kik/status.json`.
 * @returns The checked feed.
 * @throws {FeedError} `network` no answer · `timeout` none within 10 s · `http` an error status · `invalid` no feed ·
 *   `unsupported` a status page in a format we do not read; or the signal's reason.
 */
export async function fetchFeed(url: string, options: FetchFeedOptions = {}): Promise<Feed> {
  const { signal } = options;
  const platform = { ...realPlatform, ...(options.fetch && { fetch: options.fetch }) };
  const retrying = {
    ...platform,
    fetch: createRetryingFetch(platform, {
      tries: 2,
      afterServerErrors: false,
      delayMs: () => 300,
    }),
  };
  signal?.throwIfAborted();
  const controller = new AbortController();
  const giveUp = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', giveUp);
  try {
    return (await requestFeed(url, controller, { platform: retrying, readForeignFeed })).feed;
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
}

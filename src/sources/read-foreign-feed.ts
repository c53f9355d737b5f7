import type { Feed } from '../feed/index.js';
import { readOfficialPage } from './read-official-page.js';
import { toFeed } from './to-feed.js';

/**
 * Reads a vendor's own status page as a feed, named as the page names itself, or else by its host.
 *
 * @param options.url Absolute URL of the document.
 * @param options.nowMs The time as well as it is known, epoch milliseconds.
 * @throws {FeedError} As {@link readOfficialPage}.
 */
export function readForeignFeed(document: unknown, options: { url: string; nowMs: number }): Feed {
  const { url, nowMs } = options;
  const official = readOfficialPage(document, { url, checkedAtMs: nowMs });
  return toFeed(official, { name: official.name ?? new URL(url).hostname, nowMs });
}

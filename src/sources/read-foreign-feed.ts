import type { Feed } from '../feed/index.js';
import { readOfficialPageAs } from './read-official-page.js';
import type { SourceFormat } from './source-format.js';
import { toFeed } from './to-feed.js';

/**
 * Reads a vendor's own status page as a feed. The service gets the name of the page, or else of its host.
 *
 * @param formats The formats to choose from.
 * @param options.url Absolute URL of the document.
 * @param options.nowMs Best estimate of the current time, epoch milliseconds.
 * @param options.format Name of the format; recognised from the document when left out.
 * @throws {FeedError} As {@link readOfficialPageAs}.
 */
export function readForeignFeedAs(
  formats: readonly SourceFormat[],
  document: unknown,
  options: { url: string; nowMs: number; format?: string | undefined },
): Feed {
  const { url, nowMs, format } = options;
  const official = readOfficialPageAs(formats, document, { url, checkedAtMs: nowMs, format });
  return toFeed(official, { name: official.name ?? new URL(url).hostname, nowMs });
}

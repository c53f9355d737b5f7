import { FeedError } from './feed-error.js';
import { feedShape } from './feed-shape.generated.js';
import { findProblem } from './find-problem.js';
import { safeUrl } from './safe-url.js';
import { MAX_FEED_BYTES } from './limits.js';
import type { Feed } from './schema.js';

const cleanUrl = <T extends { url?: string | undefined }>(holder: T): T => {
  const { url, ...rest } = holder;
  const safe = safeUrl(url);
  return (safe ? { ...rest, url: safe } : rest) as T;
};

/**
 * Checks a value against the feed's schema and drops every URL that may not become a link.
 *
 * @param value A parsed JSON value of unknown shape.
 * @returns The checked feed, URLs safe; fields that the schema does not name are still there and mean nothing.
 * @throws {FeedError} `invalid`, naming the first wrong path, what was expected and what was found.
 */
export function parseFeed(value: unknown): Feed {
  const problem = findProblem(feedShape, value);
  if (problem) throw new FeedError('invalid', problem);
  const feed = value as Feed;
  return {
    ...feed,
    service: cleanUrl(feed.service),
    official: feed.official && {
      ...cleanUrl(feed.official),
      incidents: feed.official.incidents.map(cleanUrl),
    },
    incidents: feed.incidents.map(cleanUrl),
  };
}

/**
 * Reads JSON text of bounded length.
 *
 * @param text The body of an answer.
 * @returns The parsed value, still unchecked.
 * @throws {FeedError} `invalid` when the text is longer than {@link MAX_FEED_BYTES} or is not JSON.
 */
export function parseJson(text: string): unknown {
  if (text.length > MAX_FEED_BYTES) {
    throw new FeedError(
      'invalid',
      `the document: expected at most ${MAX_FEED_BYTES} bytes, got ${text.length}`,
    );
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FeedError('invalid', 'the document: expected JSON', { cause });
  }
}

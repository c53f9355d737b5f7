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
 * @returns The checked feed with safe URLs. Fields that the schema does not name stay in it, unchecked.
 * @throws {FeedError} `invalid`; the message names the first wrong path, the expected and the found value.
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
    ...(feed.reachability && { reachability: cleanUrl(feed.reachability) }),
    incidents: feed.incidents.map(cleanUrl),
  };
}

/**
 * Parses JSON text of bounded length.
 *
 * @param text The body of a response.
 * @returns The parsed value, not yet checked.
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

import type { LoadedFeed } from '../client/feed-state.js';
import { parseFeed, parseJson } from '../feed/index.js';
import type { ReadAttribute } from './paint-attributes.js';
import { readServerData } from './server-drawn.js';

/**
 * Reads the feed that a server has written into a tag.
 *
 * @param attribute Reads the tag's options as they are now.
 * @returns `undefined` where there is none, it is not whole, or the tag shows another service by now.
 */
export function readEmbeddedFeed(
  element: Element,
  attribute: ReadAttribute,
): LoadedFeed | undefined {
  const text = readServerData(element, attribute);
  if (text === undefined) return undefined;
  try {
    const feed = parseFeed(parseJson(text));
    const receivedAtMs = Date.parse(feed.generatedAt);
    return { feed, receivedAtMs, clockOffsetMs: 0, etag: undefined };
  } catch {
    return undefined;
  }
}

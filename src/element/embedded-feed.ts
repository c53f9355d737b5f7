import type { LoadedFeed } from '../client/feed-state.js';
import { parseFeed, parseJson } from '../feed/index.js';
import type { ReadAttribute } from './paint-attributes.js';

const findData = (element: Element) => element.querySelector<HTMLScriptElement>('script[data-of]');

/** Whether a server has drawn a tag, be it as the tag is now or before it was changed. */
export const isServerDrawn = (element: Element): boolean => !!findData(element);

/**
 * Reads the feed that a server has written into a tag, see `ssr/render-status.ts`.
 *
 * @param attribute Reads the tag's options as they are now.
 * @returns `undefined` where there is none, it is not whole, or the tag shows another service by now.
 */
export function readEmbeddedFeed(
  element: Element,
  attribute: ReadAttribute,
): LoadedFeed | undefined {
  const data = findData(element);
  const of = attribute('src') || attribute('service');
  if (!data || data.dataset.of !== of) return undefined;
  try {
    const feed = parseFeed(parseJson(data.text));
    const receivedAtMs = Date.parse(feed.generatedAt);
    return { feed, receivedAtMs, clockOffsetMs: 0, etag: undefined };
  } catch {
    return undefined;
  }
}

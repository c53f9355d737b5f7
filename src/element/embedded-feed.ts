import type { LoadedFeed } from '../client/feed-state.js';
import { parseFeed, parseJson } from '../feed/index.js';
import { readAttribute } from './paint-attributes.js';

/**
 * Reads the feed that a server has written into a tag, see `ssr/render-status.ts`.
 *
 * @returns `undefined` where there is none, it is not whole, or the tag shows another service by now.
 */
export function readEmbeddedFeed(element: Element): LoadedFeed | undefined {
  const data = element.querySelector<HTMLScriptElement>('script[data-of]');
  const of = readAttribute(element, 'src') || readAttribute(element, 'service');
  if (!data || data.dataset.of !== of) return undefined;
  try {
    const feed = parseFeed(parseJson(data.text));
    const receivedAtMs = Date.parse(feed.generatedAt);
    return { feed, receivedAtMs, clockOffsetMs: 0, etag: undefined };
  } catch {
    return undefined;
  }
}

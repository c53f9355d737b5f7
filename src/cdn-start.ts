import { prefetchFeed, setFeedLoaders } from './client/feed-hub.js';
import type { FeedState, LoadedFeed } from './client/feed-state.js';
import { readEmbeddedFeed } from './element/embedded-feed.js';
import { feedLoaders } from './element/lazy.js';
import type { ReadAttribute } from './element/paint-attributes.js';
import { locateFeed, setScriptServer } from './element/server-address.js';

/**
 * Finds the feed server of a script: the `data-server` of a script tag whose file lies in the same folder, else the
 * server of this file if the file lies in a feed server's `widget/` folder.
 */
function findServer(scriptUrl: string): string | undefined {
  const folder = new URL('.', scriptUrl).href;
  const tag = [...document.scripts].find(
    ({ src, dataset }) => dataset.server && src.startsWith(folder),
  );
  return (
    tag?.dataset.server ?? (folder.endsWith('/widget/') ? new URL('..', folder).href : undefined)
  );
}

setScriptServer(findServer(import.meta.url));

// A page may request the feed with `<link rel="preload" as="fetch" crossorigin>` before this file has loaded. Browsers
// reuse that response only for a request with the link's own options; to another origin it carries no credentials either.
const LIKE_PRELOAD: RequestInit = { cache: 'default', credentials: 'same-origin' };

/** A widget that was in the page when the script ran, and the outcome of its first request. */
export interface FirstRequest {
  readonly element: HTMLElement;
  /** The feed that the page brought with it. */
  readonly embedded: LoadedFeed | undefined;
  /** Never rejects. */
  readonly settled: Promise<FeedState>;
}

/** The first requests in the order of their elements in the page. */
export const firstRequests: FirstRequest[] = [];

setFeedLoaders(feedLoaders);

// Chromium notes the line of each `fetch`. Called while this file is being evaluated, it would parse the whole file again.
const evaluated = Promise.resolve();

// As properties, addresses are absolute and written in one way.
const preloads = new Set(
  [...document.querySelectorAll<HTMLLinkElement>('link[rel~=preload]')].map(({ href }) => href),
);

for (const element of document.querySelectorAll<HTMLElement>('outage-status:not([load])')) {
  try {
    const attribute: ReadAttribute = (name) => element.getAttribute(name);
    const url = locateFeed(attribute, document.baseURI);
    if (url) {
      const start = {
        init: preloads.has(url) ? LIKE_PRELOAD : undefined,
        embedded: readEmbeddedFeed(element, attribute),
      };
      firstRequests.push({
        element,
        ...start,
        settled: evaluated.then(() => prefetchFeed(url, start)),
      });
    }
  } catch {
    // The element itself reports what is wrong with its attributes.
  }
}

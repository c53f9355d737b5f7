import { prefetchFeed, setFeedLoaders } from './client/feed-hub.js';
import type { FeedState } from './client/feed-state.js';
import { feedLoaders } from './element/lazy.js';
import { locateFeed, setScriptServer } from './element/server-address.js';

/**
 * Finds the feed server of a script: what a script tag of the same folder names in `data-server`, else the server that
 * this very file comes from when it lies in a feed server's `widget/` folder.
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

// A page may ask for the feed with `<link rel="preload" as="fetch" crossorigin>` before this file is there. Browsers hand
// that answer over only to a request that looks like the link's own; to another origin it carries no credentials either.
const LIKE_PRELOAD: RequestInit = { cache: 'default', credentials: 'same-origin' };

/** A widget that is in the page already, and what its first request brings; that never rejects. */
export interface FirstRequest {
  readonly element: HTMLElement;
  readonly settled: Promise<FeedState>;
}

/** In the order of the page. */
export const firstRequests: FirstRequest[] = [];

setFeedLoaders(feedLoaders);

for (const element of document.querySelectorAll<HTMLElement>('outage-status:not([load])')) {
  try {
    const url = locateFeed((name) => element.getAttribute(name), document.baseURI);
    if (url) {
      const init = document.querySelector(`link[href="${url}"]`) ? LIKE_PRELOAD : undefined;
      firstRequests.push({ element, settled: prefetchFeed(url, init) });
    }
  } catch {
    // The element itself will say what is wrong with its attributes.
  }
}

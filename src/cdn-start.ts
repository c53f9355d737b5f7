import { prefetchFeed } from './client/feed-hub.js';
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

/** The first request of every widget that is in the page already; each settles and none rejects. */
export const firstRequests: Promise<void>[] = [];

for (const element of document.querySelectorAll('outage-status:not([load])')) {
  const attribute = (name: string): string => element.getAttribute(name) ?? '';
  try {
    const url = locateFeed(
      {
        src: attribute('src'),
        format: attribute('format'),
        service: attribute('service'),
        server: attribute('server'),
      },
      document.baseURI,
    );
    if (url) {
      const init = document.querySelector(`link[href="${url}"]`) ? LIKE_PRELOAD : undefined;
      firstRequests.push(prefetchFeed(url, init));
    }
  } catch {
    // The element itself will say what is wrong with its attributes.
  }
}

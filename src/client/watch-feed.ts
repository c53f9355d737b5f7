import { openFeed, setFeedLoaders, type FeedSubscription, type OpenOptions } from './feed-hub.js';
import type { FeedState } from './feed-state.js';
import * as watcher from './feed-watcher.js';
import { loadSources } from './lazy.js';

/**
 * Watches one feed until released, sharing its stream with the page's elements and with every other reader. In a browser
 * it follows push and pauses while the page is hidden or offline; in Node it polls.
 *
 * @param url Absolute URL of a feed or of a vendor's status page.
 * @param listener Called after every change, never during this call. A new stream calls it after
 *   its first request.
 * @param options.refreshSeconds Seconds between polls, 15–3600; 60 when left out; `off` for one request.
 */
export function watchFeed(
  url: string,
  listener: (state: FeedState) => void,
  options?: OpenOptions,
): FeedSubscription {
  // Set here and not at import: a bundler may drop side effects of an import, and nothing needs the loaders before.
  setFeedLoaders({ watcher: () => Promise.resolve(watcher), sources: loadSources });
  return openFeed(url, listener, options);
}

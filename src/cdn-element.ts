import type { firstRequests, firstWidgets } from './cdn-start.js';
import { prefetchFeed } from './client/feed-hub.js';
import { readEmbeddedFeed } from './element/embedded-feed.js';
import { OutageStatusElement } from './element/outage-status-element.js';
import { canDraw } from './element/own-policy.js';

// What loads by itself after the first paint is one file, see `liveWithElement` in scripts/cdn-chunks.mjs.
export * from './element/live-chunk.js';

/**
 * Registers the element, unless another copy of the files has done so or the page keeps it from drawing: the first paint
 * then stays until its feed is stale.
 *
 * @param widgets Those of the first paint.
 * @param requests Their requests, whose answers the element takes.
 */
export function defineElement(widgets: typeof firstWidgets, requests: typeof firstRequests): void {
  if (customElements.get('outage-status') || !canDraw()) return;
  for (const { element, url, attribute } of widgets) {
    const answer = url && requests.get(url);
    if (answer) void prefetchFeed(url, { answer, embedded: readEmbeddedFeed(element, attribute) });
  }
  OutageStatusElement.define();
}

/**
 * Entry of the CDN build: starts the first requests, then registers the element. The imports run in this order, so that
 * the requests leave before Lit has defined anything.
 */
import { firstRequests } from './cdn-start.js';
import { OutageStatusElement } from './element/outage-status-element.js';

export * from './index.js';

const SKELETON_AFTER_MS = 100;

const define = (): void => OutageStatusElement.define();

// An answer that is on its way is waited for: until then the page's own content stands where the widget will be, and what
// comes in its place is the card itself. A card without data, drawn first, would cost as much as the card. Whoever has no
// widget in the page yet finds the tag registered at once.
if (firstRequests.length > 0) {
  const limit = new Promise((resolve) => setTimeout(resolve, SKELETON_AFTER_MS));
  void Promise.race([Promise.all(firstRequests), limit]).then(define);
} else {
  define();
}

import { OutageStatusElement } from './element/outage-status-element.js';
import { canDraw } from './element/own-policy.js';

// What loads by itself after the first paint is one file, see `liveWithElement` in scripts/cdn-chunks.mjs.
export * from './element/live-chunk.js';

/**
 * Registers the element, unless another copy of the files has done so or the page keeps it from drawing: the first paint
 * then stays until its feed is stale.
 */
export function defineElement(): void {
  if (!customElements.get('outage-status') && canDraw()) OutageStatusElement.define();
}

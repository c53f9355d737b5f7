import { OutageStatusElement } from './element/outage-status-element.js';
import { canDraw } from './element/own-policy.js';

/**
 * Registers the element, unless another copy of the files has done so or the page keeps it from drawing: the first paint
 * then stays until its feed is stale.
 */
export function defineElement(): void {
  if (!customElements.get('outage-status') && canDraw()) OutageStatusElement.define();
}

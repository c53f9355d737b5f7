import { OutageStatusElement } from './element/outage-status-element.js';

// If a page loads this twice, or in two versions, the first definition stays.
if (globalThis.customElements) OutageStatusElement.define();

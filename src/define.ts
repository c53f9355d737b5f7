import { OutageStatusElement } from './element/outage-status-element.js';

// Loaded twice, or in two versions, the first one stays.
if (globalThis.customElements) OutageStatusElement.define();

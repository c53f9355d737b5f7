/**
 * What `outage-status` is where there is no DOM and bundlers choose browser builds: workers, edge runtimes. Lit's browser
 * build needs `HTMLElement` when it is imported, so the class here is one that can be named and extended, and no more.
 * In Node the package is `index.ts`, as Lit has a build for Node.
 */
import type { OutageStatusElement as Element } from './element/outage-status-element.js';

// oxlint-disable-next-line typescript/no-extraneous-class
class WithoutDom {
  static define(): void {}
}

export const OutageStatusElement = WithoutDom as unknown as typeof Element;
export { configure, type OutageStatusOptions } from './element/server-address.js';
export { OutageErrorEvent, OutageLoadEvent, OutageStatusChangeEvent } from './element/events.js';
export { OutageReportedEvent, OutageReportEvent } from './element/report-events.js';
export { FeedError } from './feed/index.js';

/** Every public name of the element. Importing this registers nothing; import `outage-status/define` for that. */
export { OutageStatusElement } from './element/outage-status-element.js';
export { configure, type OutageStatusOptions } from './element/server-address.js';
export { OutageErrorEvent, OutageLoadEvent, OutageStatusChangeEvent } from './element/events.js';
export { OutageReportedEvent, OutageReportEvent } from './element/report-events.js';
export type { ReportOutcome } from './client/report-outcome.js';
export type { ReportKind, ReportSubject } from './client/report-subject.js';
export {
  FeedError,
  type Feed,
  type FeedErrorCode,
  type Status,
  type Verdict,
} from './feed/index.js';

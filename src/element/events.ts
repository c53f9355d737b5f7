import type { Feed, FeedError, Status } from '../feed/index.js';
import type { ReportOutcome } from '../client/report-outcome.js';
import type { ReportKind } from '../client/report-subject.js';

const OPTIONS = { bubbles: true, composed: true } as const;

/** `outage-load`: the first feed of this source is on screen. */
export class OutageLoadEvent extends Event {
  constructor(readonly feed: Feed) {
    super('outage-load', OPTIONS);
  }
}

/** `outage-status-change`: another status than before is on screen. Not on first render. */
export class OutageStatusChangeEvent extends Event {
  constructor(
    readonly from: Status,
    readonly to: Status,
  ) {
    super('outage-status-change', OPTIONS);
  }
}

/** `outage-error`: a request for the feed failed. The last good feed, if any, stays on screen. */
export class OutageErrorEvent extends Event {
  constructor(readonly error: FeedError) {
    super('outage-error', OPTIONS);
  }
}

/**
 * `outage-report`: the visitor is about to send a report, or the vote that it works again. `preventDefault()` keeps it
 * from being sent. `category` is the id of what fails, `undefined` where `kind` is `recovered`.
 */
export class OutageReportEvent extends Event {
  constructor(
    readonly service: string,
    readonly category: string | undefined,
    readonly kind: ReportKind,
  ) {
    super('outage-report', { ...OPTIONS, cancelable: true });
  }
}

/** `outage-reported`: the server has answered, or could not be reached; see `outcome`. The rest is as in `outage-report`. */
export class OutageReportedEvent extends Event {
  constructor(
    readonly service: string,
    readonly category: string | undefined,
    readonly outcome: ReportOutcome,
    readonly kind: ReportKind,
  ) {
    super('outage-reported', OPTIONS);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'outage-load': OutageLoadEvent;
    'outage-status-change': OutageStatusChangeEvent;
    'outage-error': OutageErrorEvent;
    'outage-report': OutageReportEvent;
    'outage-reported': OutageReportedEvent;
  }
}

import type { ReportOutcome } from '../client/report-outcome.js';
import type { ReportKind } from '../client/report-subject.js';

const OPTIONS = { bubbles: true, composed: true } as const;

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
    'outage-report': OutageReportEvent;
    'outage-reported': OutageReportedEvent;
  }
}

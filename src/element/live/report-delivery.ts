import { blocksReports } from '../../client/page-policy.js';
import type { ReportOutcome } from '../../client/report-outcome.js';
import type { ReportSubject } from '../../client/report-subject.js';
import { OutageReportedEvent, OutageReportEvent } from '../report-events.js';
import type { LiveHost, LiveView } from '../live-host.js';
import { kindOf, type DeliverReport } from './report-flow.js';

/** The client's `sendReport`, with the options used here. */
export type SendReport = (
  feedUrl: string,
  subject: ReportSubject,
  options: { readonly idempotencyKey: string; readonly signal: AbortSignal },
) => Promise<ReportOutcome>;

/**
 * Creates the function that fires `outage-report`, sends the report unless a listener prevents it, fires
 * `outage-reported`, and refreshes the feed after a counted report.
 *
 * @param readView Returns the view on screen; reports go to its feed's server.
 */
export const createDelivery =
  (host: LiveHost, sendReport: SendReport, readView: () => LiveView): DeliverReport =>
  async (subject, options) => {
    const { feed, feedUrl } = readView();
    const { id } = feed.service;
    const kind = kindOf(subject);
    const category = typeof subject === 'string' ? subject : undefined;
    const event = new OutageReportEvent(id, category, kind);
    if (!host.dispatchEvent(event)) return { outcome: 'prevented' };
    let outcome: ReportOutcome;
    try {
      outcome = await sendReport(feedUrl, subject, options);
    } catch {
      // An aborted request rejects; anything else that stops a request before an answer is a missing connection.
      outcome = { outcome: 'offline' };
    }
    if (options.signal.aborted) return undefined;
    const reported = new OutageReportedEvent(id, category, outcome, kind);
    host.dispatchEvent(reported);
    if (outcome.outcome === 'counted') void host.refreshNow();
    if (outcome.outcome === 'offline' && blocksReports(feedUrl)) return { outcome: 'prevented' };
    return outcome;
  };

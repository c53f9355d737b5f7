import type { ReactiveControllerHost } from 'lit';
import type { Feed } from '../feed/index.js';
import type { Formats } from '../i18n/formats.js';
import type { ReportOutcome } from '../client/report-outcome.js';
import type { ReportSubject } from '../client/report-subject.js';

/** What the live section needs of the element that shows it. */
export interface LiveHost extends ReactiveControllerHost, HTMLElement {
  /** Requests a fresh feed; never rejects. */
  refreshNow(): Promise<void>;
}

/** Everything the live section shows; created for each render. */
export interface LiveView {
  /** The newest good feed. */
  readonly feed: Feed;
  /** Absolute URL of the feed; reports go to `reports` beside it. */
  readonly feedUrl: string;
  /** Server's time, epoch milliseconds. */
  readonly nowMs: number;
  /** The feed is older than its own age limit: nothing in it may be shown as current. */
  readonly stale: boolean;
  readonly formats: Formats;
  /** Level for real headings inside panels, 1–6, or `undefined` for none. */
  readonly headingLevel: number | undefined;
  /** Whether reports can be sent: a feed server's feed, and not `without-report`. */
  readonly canReport: boolean;
  readonly withOfficial: boolean;
  readonly withGuide: boolean;
  readonly withTrend: boolean;
  /** Whether the visitor has opened the card where only its compact form was shown. */
  readonly opened: boolean;
  /** Opens the card, which shows the panels. */
  readonly change: (choices: { readonly opened: true }) => void;
}

/** The part below the sparkline, loaded after the first paint. */
export interface LiveSection {
  /** Renders the two voices, the row of buttons, and the open panel. */
  render(view: LiveView): unknown;
  /** Sends a report as if the visitor had chosen it; resolves to `undefined` when a listener prevented it. */
  report(subject: ReportSubject): Promise<ReportOutcome | undefined>;
  /** Called when the host leaves the document: aborts a report under way, unless the host only moves. */
  disconnect(): void;
}

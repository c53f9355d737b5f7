// Generated from custom-elements.json by `npm run generate`; do not edit.
import type { OutageLoadEvent, OutageStatusChangeEvent, OutageErrorEvent } from '../element/events.js';
import type { OutageReportEvent, OutageReportedEvent } from '../element/report-events.js';

/** What a page sets, by the names of the properties. */
export interface TagProperties {
  /** Id of the service, e.g. `kik`. */
  readonly service?: string | undefined;
  /** Base URL of the feed server, e.g. `https://status.example/`. Empty: `configure()`, the script tag, the script's origin. */
  readonly server?: string | undefined;
  /** URL of a feed, or of an official status page in a known format; then there is no Report button. Wins over `service`. */
  readonly src?: string | undefined;
  /** Format of the page in `src`, e.g. `statuspage`, where it cannot be told by its looks. Empty: recognised. */
  readonly format?: string | undefined;
  /** `badge`: one line that opens the details. `compact`: the verdict and two buttons, opens into the card. `card`: everything. `auto`: a card, compact where there is less than 14.5rem. */
  readonly variant?: 'auto' | 'badge' | 'compact' | 'card' | undefined;
  /** Seconds between polls, 15–3600, or `off`. Values outside are clamped. Polling pauses while the page is hidden. */
  readonly refresh?: number | 'off' | `${number}` | undefined;
  /** `auto` follows the page's colour scheme, `light` and `dark` force one. */
  readonly theme?: 'auto' | 'light' | 'dark' | undefined;
  /** Language of the texts, a BCP 47 tag. Empty: the nearest ancestor's, else the visitor's. */
  readonly lang?: string | undefined;
  /** Level 1–6 for real headings. 0: none, so that the widget stays out of the page's outline. */
  readonly headingLevel?: number | `${number}` | undefined;
  /** Speak changes of the status to assistive technology, at most every five minutes. */
  readonly announce?: boolean | undefined;
  /** When the first request leaves: at once, when the element is nearly `visible`, or on `click`. */
  readonly load?: 'eager' | 'visible' | 'click' | undefined;
  /** Leave out the Report button. */
  readonly withoutReport?: boolean | undefined;
  /** Leave out the categories. */
  readonly withoutBreakdown?: boolean | undefined;
  /** Leave out the sparkline and the trend. */
  readonly withoutSparkline?: boolean | undefined;
  /** Leave out "is it only me?". */
  readonly withoutGuide?: boolean | undefined;
  /** Leave out what the vendor's page says; the status still counts it in. */
  readonly withoutOfficial?: boolean | undefined;
}

/** The attributes whose name is not that of their property. */
export interface TagAttributes {
  /** Level 1–6 for real headings. 0: none, so that the widget stays out of the page's outline. */
  readonly 'heading-level'?: number | `${number}` | undefined;
  /** Leave out the Report button. */
  readonly 'without-report'?: boolean | '' | 'true' | 'false' | 'without-report' | undefined;
  /** Leave out the categories. */
  readonly 'without-breakdown'?: boolean | '' | 'true' | 'false' | 'without-breakdown' | undefined;
  /** Leave out the sparkline and the trend. */
  readonly 'without-sparkline'?: boolean | '' | 'true' | 'false' | 'without-sparkline' | undefined;
  /** Leave out "is it only me?". */
  readonly 'without-guide'?: boolean | '' | 'true' | 'false' | 'without-guide' | undefined;
  /** Leave out what the vendor's page says; the status still counts it in. */
  readonly 'without-official'?: boolean | '' | 'true' | 'false' | 'without-official' | undefined;
}

/** The events, each with its class. */
export interface TagEvents {
  /** The first feed of this source is on screen. */
  readonly 'outage-load': OutageLoadEvent;
  /** Another status than before is on screen. Not on first render. */
  readonly 'outage-status-change': OutageStatusChangeEvent;
  /** A request for the feed failed; the last good feed stays on screen. */
  readonly 'outage-error': OutageErrorEvent;
  /** The visitor is about to send a report, or that it works again (`kind`); `preventDefault()` keeps it back. */
  readonly 'outage-report': OutageReportEvent;
  /** That was answered, or could not be delivered; see `outcome`. */
  readonly 'outage-reported': OutageReportedEvent;
}

/** The slots. */
export interface TagSlots {
  /** Shown until the first feed has arrived, and when JavaScript is off. A link to the service's page is a good choice. */
  readonly default?: () => unknown;
}

import type { Status } from '../feed/index.js';
import type { Formats } from './formats.js';

/** Parts of a sentence about a service. */
interface SentenceParts {
  /** The service's name. */
  readonly name: string;
  /** Status from `statusInSentence`: `a partial outage`. */
  readonly status: string;
}

/** The texts of the first paint, which is the head of the card or the badge, and two that later files share. */
export interface PaintMessages {
  /** Status as a label: `Partial outage`. */
  readonly status: Readonly<Record<Status, string>>;
  /** Status in a word or two, for the one-line variant. */
  readonly statusShort: Readonly<Record<Status, string>>;
  /** Status as part of a sentence: `a partial outage`. */
  readonly statusInSentence: Readonly<Record<Status, string>>;
  /** Name of the whole widget for assistive technology: `Kik status`. */
  title(name: string): string;
  /** The verdict in one sentence, by the kind that `chooseHeadline` returns. */
  readonly verdict: {
    readonly allClear: (parts: SentenceParts) => string;
    /** Operational again, but still more than three times the usual reports in the window. */
    readonly recovering: (parts: SentenceParts) => string;
    readonly maintenance: (parts: SentenceParts) => string;
    /** Users report it; the official page is missing, unreadable or under maintenance. */
    readonly communityAlone: (parts: SentenceParts) => string;
    /** Users report it, the official page says all is well. */
    readonly communityOnly: (parts: SentenceParts) => string;
    /** The official page says it, users report nothing unusual. */
    readonly officialOnly: (parts: SentenceParts) => string;
    /** The official page says it, and reports are not counted. */
    readonly officialAlone: (parts: SentenceParts) => string;
    /** The service does not answer the server's own check; users and vendor report nothing. */
    readonly probeAlone: (parts: SentenceParts) => string;
    readonly confirmed: (parts: SentenceParts) => string;
    readonly unknown: (parts: SentenceParts) => string;
    /** Too old to be shown as current. `status` is the last known one, `age` a relative time. */
    readonly stale: (parts: SentenceParts & { age: string }) => string;
  };
  /** `Since 09:35 (25 minutes ago)`. */
  since(moment: string, ago: string): string;
  /** `usually 12`; below one in words: `usually fewer than one`. */
  usual(typical: number, formats: Formats): string;
  /** Length of one point of the series: `per quarter of an hour`, `per 5 minutes`. */
  per(stepSeconds: number, formats: Formats): string;
}

/** Texts that only the element shows. For those of the live section see `live-messages.ts`. */
export interface ElementMessages {
  /** Label after the big number: `reports in the last hour`. */
  reportsInWindow(count: number, windowSeconds: number, formats: Formats): string;
  /** Heading of the bars. */
  readonly breakdown: string;
  /** Button that shows the categories beyond the first four. */
  showAll(count: string): string;
  readonly showFewer: string;
  /** Text alternative of the sparkline. */
  sparkline(parts: { hours: string; per: string; maximum: string; latest: string }): string;
  /** Labels of the sparkline's newest and oldest end. */
  readonly axisEnd: string;
  axisStart(duration: string): string;
  /** `Updated 20 seconds ago`. */
  updated(ago: string): string;
  /** Shown in the footer while the newest request failed but an older feed is on screen. */
  readonly notUpdating: string;
  /** Buttons that stop and restart the updates. */
  readonly pause: string;
  readonly resume: string;
  /** Spoken when `announce` is set and the status has changed. */
  announcement(name: string, status: string): string;
  /** Shown before the first feed. */
  readonly loading: string;
  /** Shown with `retry` when the first request failed. */
  readonly failed: string;
  readonly retry: string;
  /** Button of `load="click"`. */
  readonly show: string;
  /** Button that opens the compact form into the card. */
  readonly details: string;
  /** Button that closes the card again. */
  readonly less: string;
}

import type { Status } from '../feed/index.js';
import type { Formats } from './formats.js';

/** What a sentence about a service may need. */
interface SentenceParts {
  /** The service's name. */
  readonly name: string;
  /** The status in words, for the middle of a sentence: `a partial outage`. */
  readonly status: string;
}

/** Every text that the first paint can show. Live parts have their own, see `live-messages.ts`. */
export interface PaintMessages {
  /** Status as a label: `Partial outage`. */
  readonly status: Readonly<Record<Status, string>>;
  /** Status in a word or two, for the one-line variant. */
  readonly statusShort: Readonly<Record<Status, string>>;
  /** Status as part of a sentence: `a partial outage`. */
  readonly statusInSentence: Readonly<Record<Status, string>>;
  /** Name of the whole widget for assistive technology: `Kik status`. */
  title(name: string): string;
  /** The verdict in one sentence. `hasVoice` says which of the two voices exist at all. */
  readonly verdict: {
    readonly allClear: (parts: SentenceParts) => string;
    /** Operational again, but more reports in the window than usual. */
    readonly recovering: (parts: SentenceParts) => string;
    readonly maintenance: (parts: SentenceParts) => string;
    /** Users report it and there is no official page to ask. */
    readonly communityAlone: (parts: SentenceParts) => string;
    /** Users report it, the official page says all is well. */
    readonly communityOnly: (parts: SentenceParts) => string;
    /** The official page says it, users report nothing unusual. */
    readonly officialOnly: (parts: SentenceParts) => string;
    /** The official page says it and nobody counts reports. */
    readonly officialAlone: (parts: SentenceParts) => string;
    readonly confirmed: (parts: SentenceParts) => string;
    readonly unknown: (parts: SentenceParts) => string;
    /** Too old to be shown as current. `status` is the last known one, `age` a relative time. */
    readonly stale: (parts: SentenceParts & { age: string }) => string;
  };
  /** `Since 09:35 (25 minutes ago)`. */
  since(moment: string, ago: string): string;
  /** Label after the big number: `reports in the last hour`. */
  reportsInWindow(count: number, windowSeconds: number, formats: Formats): string;
  /** `12 is usual`. */
  usual(typical: string): string;
  /** Heading of the bars. */
  readonly breakdown: string;
  /** Button that shows the categories beyond the first four. */
  showAll(count: string): string;
  readonly showFewer: string;
  /** Text alternative of the sparkline. */
  sparkline(parts: { hours: string; maximum: string; latest: string }): string;
  /** Left and right end of the sparkline. */
  readonly axisEnd: string;
  axisStart(duration: string): string;
  /** `Updated 20 seconds ago`. */
  updated(ago: string): string;
  /** Shown while there is nothing yet. */
  readonly loading: string;
  /** Shown when the first request failed: what, and a button. */
  readonly failed: string;
  readonly retry: string;
  /** Shown in the footer while the newest request failed but an older feed is on screen. */
  readonly notUpdating: string;
  /** Buttons that stop and restart the updates. */
  readonly pause: string;
  readonly resume: string;
  /** Button of `load="click"`. */
  readonly show: string;
  /** Button of the narrow default variant. */
  readonly details: string;
  /** Spoken when `announce` is set and the status has changed. */
  announcement(name: string, status: string): string;
}

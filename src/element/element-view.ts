import type { Status } from '../feed/index.js';
import type { Formats } from '../i18n/formats.js';
import type { PaintMessages } from '../i18n/messages.js';
import type { LiveView } from './live-host.js';

/** What the visitor has opened or stopped. */
interface VisitorChoices {
  /** All categories are shown. */
  readonly expanded: boolean;
  /** Everything is shown: the card where there is little space, or the popover of the one-line variant. */
  readonly opened: boolean;
  /** Updates are stopped. */
  readonly paused: boolean;
}

/** What there is to show with and without a feed; made anew for each render. */
export interface ElementView extends VisitorChoices {
  readonly messages: PaintMessages;
  readonly formats: Formats;
  readonly direction: 'ltr' | 'rtl';
  /** Name of the whole for assistive technology: `Kik status`. */
  readonly title: string;
  /** `undefined` before the first feed. */
  readonly status: Status | undefined;
  /** Level for real headings, 1–6, or `undefined` for none. */
  readonly headingLevel: number | undefined;
  readonly withBreakdown: boolean;
  /** The sparkline and, in the live section, the trend. */
  readonly withTrend: boolean;
  readonly withOfficial: boolean;
  readonly withGuide: boolean;
  /** Only the head is shown where there is little space. */
  readonly compact: boolean;
  /** What is to be spoken. */
  readonly announcement: string;
  /** Takes what the visitor wants changed. */
  readonly change: (choices: Partial<VisitorChoices>) => void;
  /** Asks for the feed at once, whatever `load` says. */
  readonly askNow: () => void;
}

/** What there is to show of a feed. */
export interface FeedView extends LiveView, Omit<ElementView, 'status' | keyof LiveView> {
  /** The status on screen: `unknown` once the feed is stale. */
  readonly status: Status;
  /** The newest request failed. */
  readonly failing: boolean;
  /** The first paint is over: everything is drawn, and not only the head. */
  readonly whole: boolean;
}

/** As much of it as can be shown without the element itself. */
export type CardView = Omit<FeedView, 'feedUrl' | 'canReport' | 'withGuide' | 'askNow'>;

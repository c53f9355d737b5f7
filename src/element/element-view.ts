import type { FeedState } from '../client/feed-state.js';
import type { Feed, Status } from '../feed/index.js';
import type { Formats } from '../i18n/formats.js';
import type { ElementMessages, PaintMessages } from '../i18n/messages.js';
import { readFreshness } from '../model/freshness.js';
import type { HeadFeed } from '../model/headline.js';
import type { Language } from './language.js';
import {
  isTrue,
  readLevel,
  readWord,
  type PaintAttribute,
  type ReadAttribute,
} from './paint-attributes.js';

/** What the visitor has opened or stopped. */
interface VisitorChoices {
  /** All categories are shown. */
  readonly expanded: boolean;
  /** The card is shown instead of its compact form, or the popover of the one-line variant. */
  readonly opened: boolean;
  /** Updates are stopped. */
  readonly paused: boolean;
}

/** State of an element that comes neither from its options nor from its feed. */
interface ElementState extends VisitorChoices {
  /** Text of the live region. */
  readonly announcement: string;
  /** Applies choices of the visitor. */
  readonly change: (choices: Partial<VisitorChoices>) => void;
  /** Listens to the popover of the one-line variant. */
  readonly followPopover?: (event: ToggleEvent) => void;
}

/** What the element shows, with or without a feed. */
export interface ElementView extends ElementState {
  readonly messages: PaintMessages;
  readonly formats: Formats;
  readonly direction: 'ltr' | 'rtl';
  /** Accessible name of the card: `Kik status`. */
  readonly title: string;
  /** `undefined` before the first feed. */
  readonly status: Status | undefined;
  /** Level for real headings, 1–6, or `undefined` for none. */
  readonly headingLevel: number | undefined;
  readonly withBreakdown: boolean;
  /** The sparkline and, in the live section, the trend. */
  readonly withTrend: boolean;
  readonly withOfficial: boolean;
  /** `compact`: until the visitor opens the card, a form of it for little space; `auto`: only below 14.5rem. */
  readonly form: 'card' | 'auto' | 'compact';
  /** The rendered button that opens the compact form. */
  readonly moreButton?: unknown;
}

/** A feed and how to show it at one moment. */
export interface ShownFeed<Known extends HeadFeed = Feed> {
  readonly feed: Known;
  /** The feed's status, or `unknown` once it is stale: nothing stale is ever shown as current. */
  readonly status: Status;
  /** The feed is older than its own age limit. */
  readonly stale: boolean;
  /** The newest request failed: what is on screen is not updating. */
  readonly failing: boolean;
  /** Estimate of the server's time, epoch milliseconds. */
  readonly nowMs: number;
}

/** What the head of the card shows once there is a feed. */
export interface HeadView extends ElementView, ShownFeed<HeadFeed> {
  readonly status: Status;
}

/** What the card shows once there is a feed. */
export interface CardView extends ElementView, ShownFeed {
  readonly status: Status;
  /** The texts below the head. */
  readonly bodyMessages: ElementMessages;
  /** False while only the head is drawn. */
  readonly whole: boolean;
}

/**
 * Decides how to show a feed at one moment.
 *
 * @param nowMs Estimate of the server's time, epoch milliseconds.
 * @param failing Whether the newest request failed.
 */
export function showAt<Known extends HeadFeed>(
  feed: Known,
  nowMs: number,
  failing = false,
): ShownFeed<Known> {
  const { stale } = readFreshness(feed, nowMs);
  return { feed, status: stale ? 'unknown' : feed.status, stale, failing, nowMs };
}

/**
 * Decides how to show the feed of a state.
 *
 * @param state State of the feed, `undefined` before the first request.
 * @param clockMs The visitor's clock, epoch milliseconds.
 * @returns `undefined` before the first feed.
 */
export const showFeed = (state: FeedState | undefined, clockMs: number): ShownFeed | undefined =>
  state?.last &&
  showAt(state.last.feed, clockMs + state.last.clockOffsetMs, state.phase === 'failed');

const UNTOUCHED: ElementState = {
  expanded: false,
  opened: false,
  paused: false,
  announcement: '',
  change: () => undefined,
};

/**
 * Creates the view of one moment, both for the element and for the first paint before its class has loaded.
 *
 * @param attribute Reads the options of the page's author.
 * @param shown The feed, if there is one.
 * @param state The element's own state; the initial one when left out.
 */
export function viewElement(
  attribute: ReadAttribute,
  { pack, formats }: Language,
  shown: ShownFeed<HeadFeed> | undefined,
  state = UNTOUCHED,
): ElementView {
  const variant = readWord(attribute('variant'));
  const isShown = (without: PaintAttribute): boolean => !isTrue(attribute(without));
  return {
    ...state,
    messages: pack.paint,
    formats,
    direction: pack.direction,
    title: pack.paint.title(shown?.feed.service.name ?? attribute('service') ?? ''),
    status: shown?.status,
    headingLevel: readLevel(attribute('heading-level')) || undefined,
    withBreakdown: isShown('without-breakdown'),
    withTrend: isShown('without-sparkline'),
    withOfficial: isShown('without-official'),
    form: variant === 'compact' || variant === 'card' ? variant : 'auto',
  };
}

import type { Status } from '../feed/index.js';
import type { Formats } from '../i18n/formats.js';
import type { PaintMessages } from '../i18n/messages.js';
import type { Language } from './language.js';
import type { PaintAttribute, ReadAttribute } from './paint-attributes.js';
import type { ShownFeed } from './shown-feed.js';

/** What the visitor has opened or stopped. */
interface VisitorChoices {
  /** All categories are shown. */
  readonly expanded: boolean;
  /** Everything is shown: the card where there is little space, or the popover of the one-line variant. */
  readonly opened: boolean;
  /** Updates are stopped. */
  readonly paused: boolean;
}

/** What an element has come to by itself, besides its options and its feed. */
interface ElementState extends VisitorChoices {
  /** The text to be spoken. */
  readonly announcement: string;
  /** Takes what the visitor wants changed. */
  readonly change: (choices: Partial<VisitorChoices>) => void;
}

/** What is shown with and without a feed. */
export interface ElementView extends ElementState {
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
  /** Only the head is shown where there is little space. */
  readonly compact: boolean;
}

/** What is shown once there is a feed. */
export interface CardView extends ElementView, ShownFeed {
  readonly status: Status;
  /** Everything is drawn, and not only the head. */
  readonly whole: boolean;
}

const UNTOUCHED: ElementState = {
  expanded: false,
  opened: false,
  paused: false,
  announcement: '',
  change: () => undefined,
};

/**
 * Makes the view of one moment: the same for the element and for what is drawn before the element is there.
 *
 * @param attribute Reads what the page's author asks for.
 * @param shown The feed, if there is one.
 * @param state What the element has come to; nothing has happened yet when left out.
 */
export function viewElement(
  attribute: ReadAttribute,
  { pack, formats }: Language,
  shown: ShownFeed | undefined,
  state = UNTOUCHED,
): ElementView {
  const isMissing = (name: PaintAttribute): boolean => attribute(name) === null;
  return {
    ...state,
    messages: pack.paint,
    formats,
    direction: pack.direction,
    title: pack.paint.title(shown?.feed.service.name ?? attribute('service') ?? ''),
    status: shown?.status,
    headingLevel: Number(attribute('heading-level')) || undefined,
    withBreakdown: isMissing('without-breakdown'),
    withTrend: isMissing('without-sparkline'),
    withOfficial: isMissing('without-official'),
    compact: attribute('variant') !== 'card' && !state.opened,
  };
}

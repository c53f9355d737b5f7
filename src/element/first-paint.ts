import { readFreshness } from '../model/freshness.js';
import type { HeadFeed } from '../model/headline.js';
import { drawOnce } from './draw-once.js';
import { showAt, viewElement, type ShownFeed } from './element-view.js';
import { headStyles } from './head-styles.js';
import { chooseLanguage } from './language.js';
import { liveReserve } from './live/reserve.js';
import { readAttribute, readWord, type ReadAttribute } from './paint-attributes.js';
import { isServerDrawn } from './server-drawn.js';
import { styleSheetOf } from './style-sheet.js';
import { renderFrame, renderHead } from './views/head.js';
import { renderInlineBadge } from './views/inline-badge.js';

/** A feed's head, and the clock to read it by. */
export interface LoadedHead {
  readonly feed: HeadFeed;
  /** Server's clock minus visitor's clock in milliseconds. */
  readonly clockOffsetMs: number;
}

/** The first paint's style sheets, parsed at the first call. Throws where a page has broken `CSSStyleSheet`. */
export const parseStyles = (): CSSStyleSheet[] => [headStyles, liveReserve].map(styleSheetOf);

const isDefined = (element: Element): boolean => element.matches(':defined');

// Shadow roots that this file drew: its own, and those of a server once they are too old.
const roots = new WeakMap<Element, ShadowRoot>();

// How long a first paint may say "unknown" before the page's own content takes its place.
const UNKNOWN_MS = 10_000;

const withdrawals = new WeakMap<Element, ReturnType<typeof setTimeout>>();

/** Gives the space back to the page's own content once what is shown is too old and the element has not come. */
function withdrawInTime(
  element: HTMLElement,
  root: ShadowRoot,
  { feed, stale, nowMs }: ShownFeed<HeadFeed>,
): void {
  const trueForMs = (feed.maxAgeSeconds - readFreshness(feed, nowMs).ageSeconds) * 1000;
  const withdraw = () => {
    if (isDefined(element)) return;
    root.replaceChildren(document.createElement('slot'));
    root.adoptedStyleSheets = [];
  };
  clearTimeout(withdrawals.get(element));
  withdrawals.set(element, setTimeout(withdraw, stale ? UNKNOWN_MS : trueForMs));
}

/**
 * Draws the head of an element before its class has loaded, over the space of the rest, as the element itself would. The
 * element takes over the root. What a server has drawn stays while it is true.
 *
 * @param element An `outage-status`; one that is defined is left alone, and so is a shadow root of other code.
 * @param head If the language's texts are still loading, drawing waits for them.
 */
export function paintFirst(element: HTMLElement, head: LoadedHead): void {
  const language = chooseLanguage(element, () => paintFirst(element, head));
  if (!language || isDefined(element)) return;
  const shown = showAt(head.feed, Date.now() + head.clockOffsetMs);
  const { shadowRoot } = element;
  const isDrawn = !!shadowRoot && !roots.has(element) && isServerDrawn(element);
  if (shadowRoot && !isDrawn && !roots.has(element)) return;
  const root = shadowRoot ?? element.attachShadow({ mode: 'open' });
  // What a server has drawn is as old as it was, whatever has come after it.
  const isLeft = isDrawn && !shown.stale;
  if (!isLeft || !withdrawals.has(element)) withdrawInTime(element, root, shown);
  if (isLeft) return;

  roots.set(element, root);
  const attribute: ReadAttribute = (name) => readAttribute(element, name);
  const view = { ...viewElement(attribute, language, shown), ...shown };
  root.adoptedStyleSheets = parseStyles();
  root.replaceChildren();
  drawOnce(
    root,
    readWord(attribute('variant')) === 'badge'
      ? renderInlineBadge(view, undefined)
      : renderFrame(view, renderHead(view)),
  );
}

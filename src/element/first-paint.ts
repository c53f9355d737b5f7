import type { FeedState, LoadedFeed } from '../client/feed-state.js';
import { readFreshness } from '../model/freshness.js';
import { cardStyles } from './card-styles.js';
import { drawOnce } from './draw-once.js';
import { showFeed, viewElement, type ShownFeed } from './element-view.js';
import { isServerDrawn } from './embedded-feed.js';
import { headStyles } from './head-styles.js';
import { chooseLanguage } from './language.js';
import { liveReserve } from './live/reserve.js';
import { readAttribute, readWord, type ReadAttribute } from './paint-attributes.js';
import { styleSheetOf } from './style-sheet.js';
import { renderCard, renderFrame } from './views/card.js';
import { renderInlineBadge } from './views/inline-badge.js';

const isDefined = (element: Element): boolean => element.matches(':defined');

// Shadow roots that this file attached.
const roots = new WeakMap<Element, ShadowRoot>();

function openRoot(element: HTMLElement, { feed, nowMs, stale }: ShownFeed): ShadowRoot {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  const tooOldInMs = (feed.maxAgeSeconds - readFreshness(feed, nowMs).ageSeconds) * 1000;
  const giveBack = () => {
    if (isDefined(element)) return;
    root.replaceChildren(document.createElement('slot'));
    root.adoptedStyleSheets = [];
  };
  if (!stale) setTimeout(giveBack, tooOldInMs);
  return root;
}

/**
 * Draws an element before its class has loaded, as the element itself will, but without listeners and live section. The
 * element takes over the root. If its class never loads, the page's own content replaces the status once it is too old.
 *
 * @param element An `outage-status`; one that is defined is left alone.
 * @param state The state after its first request.
 * @param whole Whether to draw more than the head. If the language's texts are still loading, drawing waits for them.
 * @param embedded The feed of which a server has drawn the element; that drawing stays while it is true.
 */
export function paintFirst(
  element: HTMLElement,
  state: FeedState,
  whole: boolean,
  embedded?: LoadedFeed,
): void {
  const shown = showFeed(state, Date.now());
  const language = chooseLanguage(element, () => paintFirst(element, state, whole, embedded));
  if (!shown || !language || isDefined(element)) return;
  const isDrawn = !roots.has(element) && !!element.shadowRoot && isServerDrawn(element);
  // Leave a shadow root alone if other code attached it.
  if (!element.shadowRoot || isDrawn) roots.set(element, openRoot(element, shown));
  const root = roots.get(element);
  if (!root || (isDrawn && shown.feed === embedded?.feed && !shown.stale)) return;

  const attribute: ReadAttribute = (name) => readAttribute(element, name);
  const view = { ...viewElement(attribute, language, shown), ...shown, whole: whole || !!embedded };
  root.adoptedStyleSheets = [headStyles, liveReserve, cardStyles].map(styleSheetOf);
  root.replaceChildren();
  drawOnce(
    root,
    readWord(attribute('variant')) === 'badge'
      ? renderInlineBadge(view, undefined)
      : renderFrame(view, renderCard(view, undefined)),
  );
}

import type { FeedState } from '../client/feed-state.js';
import { readFreshness } from '../model/freshness.js';
import { cardStyles } from './card-styles.js';
import { drawOnce } from './draw-once.js';
import { viewElement } from './element-view.js';
import { headStyles } from './head-styles.js';
import { chooseLanguage } from './language.js';
import { liveReserve } from './live/reserve.js';
import type { ReadAttribute } from './paint-attributes.js';
import { showFeed, type ShownFeed } from './shown-feed.js';
import { styleSheetOf } from './style-sheet.js';
import { renderCard } from './views/card.js';
import { renderFrame } from './views/frame.js';
import { renderInlineBadge } from './views/inline-badge.js';

const isDefined = (element: Element): boolean => element.matches(':defined');

// Attached here, by element.
const roots = new WeakMap<Element, ShadowRoot>();

function openRoot(element: HTMLElement, { feed, nowMs, stale }: ShownFeed): ShadowRoot {
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [headStyles, liveReserve, cardStyles].map(styleSheetOf);
  const tooOldInMs = (feed.maxAgeSeconds - readFreshness(feed, nowMs).ageSeconds) * 1000;
  const giveBack = () => {
    if (!isDefined(element)) root.replaceChildren(document.createElement('slot'));
  };
  if (!stale) setTimeout(giveBack, tooOldInMs);
  return root;
}

/**
 * Draws an element whose class is still on its way, as the element itself will: without listeners and the live section.
 * The element takes the root over. Where it never comes, the page's own content takes the place of a status that has
 * become too old.
 *
 * @param element An `outage-status`; one that is defined is left alone.
 * @param state What its first request has brought.
 * @param whole Everything, and not only the head. Where the language's texts are not there yet, it is drawn once they are.
 */
export function paintFirst(element: HTMLElement, state: FeedState, whole: boolean): void {
  const shown = showFeed(state, Date.now());
  const language = chooseLanguage(element, () => paintFirst(element, state, whole));
  if (!shown || !language || isDefined(element)) return;
  // A shadow root that other code has attached is left alone.
  if (!element.shadowRoot) roots.set(element, openRoot(element, shown));
  const root = roots.get(element);
  if (!root) return;

  const attribute: ReadAttribute = (name) => element.getAttribute(name);
  const view = { ...viewElement(attribute, language, shown), ...shown, whole };
  root.replaceChildren();
  drawOnce(
    root,
    attribute('variant') === 'badge'
      ? renderInlineBadge(view, undefined)
      : renderFrame(view, renderCard(view, undefined)),
  );
}

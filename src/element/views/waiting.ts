import { html, nothing, type TemplateResult } from '../tags.js';
import type { ElementMessages } from '../../i18n/messages.js';
import type { ElementView } from '../element-view.js';
import { renderBones } from './head.js';

/** Why no feed is on screen: the element has not requested it, it is loading, or the request failed. */
export type Waiting = 'idle' | 'loading' | 'failed';

/**
 * The card without a feed: the page's own fallback content, and grey shapes where the data will be.
 *
 * @param counted Whether reports are expected, as far as that is known before the feed.
 * @param askNow Requests the feed at once, whatever the value of `load`.
 */
export function renderWaiting(
  view: ElementView,
  messages: ElementMessages,
  waiting: Waiting,
  counted: boolean,
  askNow: () => void,
): TemplateResult {
  const failed = waiting === 'failed';
  const label = failed ? messages.retry : messages.show;
  const headline = html`<p class=${failed ? 'summary' : 'muted'}>
      ${failed ? messages.failed : waiting === 'loading' ? messages.loading : nothing}
    </p>
    ${
      waiting === 'loading'
        ? nothing
        : html`<button class="link" @click=${askNow}>${label}</button>`
    }`;
  return html`<div class="header"><slot></slot></div>
    ${renderBones(view, headline, counted)}`;
}

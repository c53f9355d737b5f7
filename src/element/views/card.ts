import { html, nothing, type TemplateResult } from '../tags.js';
import type { CardView } from '../element-view.js';
import { renderBreakdown } from './breakdown.js';
import { renderHead, renderHeader, renderSummary, renderTop } from './head.js';
import { renderActivity } from './sparkline.js';

/**
 * The content of the card once there is a feed: its head at the first paint, everything from the next frame on, so that
 * the status does not wait for the rest.
 *
 * @param live The rendered live section, `undefined` while it is loading.
 */
export const renderCard = (view: CardView, live: unknown): TemplateResult =>
  view.whole ? html`${renderHeader(view)} ${renderDetails(view, live)}` : renderHead(view);

function renderDetails(view: CardView, live: unknown): TemplateResult {
  const { feed, bodyMessages: messages, formats, nowMs } = view;
  const { community } = feed;
  return html`${renderTop(
      renderSummary(view),
      community ? renderActivity(view, community) : nothing,
      community && view.withBreakdown ? renderBreakdown(view, community) : nothing,
    )}
    <div class=${view.withOfficial ? 'live' : 'live alone'}>${live}</div>
    <div part="footer" class="footer">
      <span
        >${messages.updated(formats.relative(Date.parse(feed.generatedAt), nowMs))}${
          view.failing ? html` · <strong>${messages.notUpdating}</strong>` : nothing
        }</span
      >
      <button class="link" @click=${() => view.change({ paused: !view.paused })}>
        ${view.paused ? messages.resume : messages.pause}
      </button>
      ${view.moreButton}
    </div>`;
}

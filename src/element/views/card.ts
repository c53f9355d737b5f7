import { html, nothing, type TemplateResult } from 'lit';
import type { CardView } from '../element-view.js';
import { renderBadge } from './badge.js';
import { renderBones } from './bones.js';
import { renderBreakdown } from './breakdown.js';
import { renderActivity } from './sparkline.js';
import { renderSummary } from './summary.js';
import { renderTop } from './top.js';

/**
 * The content of the card once there is a feed: its head at the first paint, everything from the next frame on, so that
 * the status does not wait for the rest.
 *
 * @param live The rendered live section, `undefined` while it is loading.
 */
export function renderCard(view: CardView, live: unknown): TemplateResult {
  const { feed, messages, headingLevel } = view;
  return html`<div class="header">
      <span
        part="name"
        class="service"
        translate="no"
        role=${headingLevel ? 'heading' : nothing}
        aria-level=${headingLevel ?? nothing}
        >${feed.service.name}</span
      >${renderBadge(view.status, messages)}
    </div>
    ${view.whole ? renderDetails(view, live) : renderBones(view, renderSummary(view), !!feed.community)}`;
}

function renderDetails(view: CardView, live: unknown): TemplateResult {
  const { feed, messages, formats, nowMs } = view;
  const { community } = feed;
  return html`${renderTop(
      renderSummary(view),
      community ? renderActivity(view, community) : nothing,
      community && view.withBreakdown ? renderBreakdown(view, community) : nothing,
    )}
    <div class=${view.withOfficial ? 'live' : 'live alone'}>${live}</div>
    ${
      view.compact
        ? html`<button
            class="link more"
            aria-expanded="false"
            @click=${() => view.change({ opened: true })}
          >
            ${messages.details}
          </button>`
        : nothing
    }
    <div part="footer" class="footer">
      <span
        >${messages.updated(formats.relative(Date.parse(feed.generatedAt), nowMs))}${
          view.failing ? html` · <strong>${messages.notUpdating}</strong>` : nothing
        }</span
      >
      <button class="link" @click=${() => view.change({ paused: !view.paused })}>
        ${view.paused ? messages.resume : messages.pause}
      </button>
    </div>`;
}

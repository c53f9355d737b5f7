import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../../i18n/formats.js';
import type { PaintMessages } from '../../i18n/messages.js';
import type { ShownFeed } from '../shown-feed.js';
import { renderBadge } from './badge.js';
import { renderBreakdown } from './breakdown.js';
import { renderActivity } from './sparkline.js';
import { renderSummary } from './summary.js';

/** All that the card shows; made anew for each render. */
export interface CardView extends ShownFeed {
  readonly messages: PaintMessages;
  readonly formats: Formats;
  readonly headingLevel: number | undefined;
  readonly withBreakdown: boolean;
  readonly withSparkline: boolean;
  readonly withOfficial: boolean;
  /** Whether the visitor stopped the updates. */
  readonly paused: boolean;
  /** Whether all categories are shown. */
  readonly expanded: boolean;
  readonly toggleExpanded: () => void;
  readonly togglePaused: () => void;
  /** Shows everything where there is little space; `undefined` when everything is shown. */
  readonly openDetails: (() => void) | undefined;
  /** What the live section has rendered, or nothing while it is on its way. */
  readonly live: unknown;
}

/** The inside of the card once there is a feed. */
export function renderCard(view: CardView): TemplateResult {
  const { feed, messages, formats, headingLevel, nowMs } = view;
  const { community } = feed;
  return html`<div class="header">
      <span
        part="name"
        class="service"
        role=${headingLevel ? 'heading' : nothing}
        aria-level=${headingLevel ?? nothing}
        >${feed.service.name}</span
      >${renderBadge(view.status, messages)}
    </div>
    <div class="headline">${renderSummary(feed, view.stale, nowMs, messages, formats)}</div>
    ${
      community
        ? html`<div class="body">
            ${renderActivity(community, messages, formats, view.withSparkline)}
            ${
              view.withBreakdown
                ? renderBreakdown(community, messages, formats, view.expanded, view.toggleExpanded)
                : nothing
            }
          </div>`
        : nothing
    }
    <div class=${view.withOfficial ? 'live' : 'live alone'}>${view.live}</div>
    ${
      view.openDetails
        ? html`<button class="link more" aria-expanded="false" @click=${view.openDetails}>
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
      <button class="link" @click=${view.togglePaused}>
        ${view.paused ? messages.resume : messages.pause}
      </button>
    </div>`;
}

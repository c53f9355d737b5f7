import { html, nothing, type TemplateResult } from '../tags.js';
import type { Status } from '../../feed/index.js';
import type { PaintMessages } from '../../i18n/messages.js';
import { chooseHeadline } from '../../model/headline.js';
import { isProblem } from '../../model/severity.js';
import type { CardView, ElementView } from '../element-view.js';
import { renderIcon } from '../icon.js';
import { renderBreakdown } from './breakdown.js';
import { renderActivity } from './sparkline.js';

/**
 * The card around its content: one group with a name, in one language and direction. Its frame is what the container
 * queries of the styles measure. The live region exists from the start and is empty, because assistive technology
 * announces only later changes.
 */
export const renderFrame = (view: ElementView, content: unknown): TemplateResult =>
  html`<div class="frame">
    <div
      part="card"
      class="card ${view.opened ? 'open' : view.form}"
      role="group"
      lang=${view.formats.locale}
      dir=${view.direction}
      aria-label=${view.title}
      aria-busy=${!view.status}
      data-status=${view.status ?? nothing}
    >
      ${content}
      <div class="hidden" role="status" aria-atomic="true" .textContent=${view.announcement}></div>
    </div>
  </div>`;

/** The pill: shape, word and colour of one status. */
const renderBadge = (status: Status, messages: PaintMessages): TemplateResult =>
  html`<span part="badge" class="badge" data-status=${status}
    >${renderIcon(status)}<span>${messages.status[status]}</span></span
  >`;

/** The verdict in a sentence, and since when. */
function renderSummary({ feed, stale, nowMs, messages, formats }: CardView): TemplateResult {
  const { kind, status } = chooseHeadline(feed, stale);
  const sentence = messages.verdict[kind]({
    name: feed.service.name,
    status: messages.statusInSentence[status],
    age: formats.relative(Date.parse(feed.generatedAt), nowMs),
  });
  const sinceMs =
    feed.since && isProblem(feed.status) && !stale ? Date.parse(feed.since) : undefined;
  return html`<p part="summary" class="summary">${sentence}</p>
    ${
      sinceMs === undefined
        ? nothing
        : html`<p part="since" class="muted">
            ${messages.since(
              nowMs - sinceMs < 64_800_000 ? formats.time(sinceMs) : formats.dateTime(sinceMs),
              formats.relative(sinceMs, nowMs),
            )}
          </p>`
    }`;
}

/**
 * The upper part of the card: sentence and figures, which share their space, so that a short sentence leaves it to the
 * sparkline, and the categories beside or below.
 */
const renderTop = (headline: unknown, activity: unknown, breakdown: unknown): TemplateResult =>
  html`<div class="top">
    <div class="lead">
      <div class="headline">${headline}</div>
      ${activity}
    </div>
    ${breakdown}
  </div>`;

/**
 * The card below its header before its data has come: the sentence, and grey shapes as high as what will replace them.
 *
 * @param counted Whether reports are expected.
 */
export const renderBones = (
  {
    withTrend,
    withBreakdown,
    withOfficial,
  }: Pick<ElementView, 'withTrend' | 'withBreakdown' | 'withOfficial'>,
  headline: unknown,
  counted: boolean,
): TemplateResult =>
  html`${renderTop(
      headline,
      counted ? html`<div class="activity bone ${withTrend ? '' : 'plain'}"></div>` : nothing,
      counted && withBreakdown ? html`<div class="breakdown bone"></div>` : nothing,
    )}
    <div class=${withOfficial ? 'live' : 'live alone'}></div>
    <div class="footer"></div>`;

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

import { html, nothing, type TemplateResult } from '../tags.js';
import type { Status } from '../../feed/index.js';
import type { PaintMessages } from '../../i18n/messages.js';
import { chooseHeadline } from '../../model/headline.js';
import { isProblem } from '../../model/severity.js';
import type { ElementView, HeadView } from '../element-view.js';
import { renderIcon } from '../icon.js';

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
export function renderSummary({ feed, stale, nowMs, messages, formats }: HeadView): TemplateResult {
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
export const renderTop = (
  headline: unknown,
  activity: unknown,
  breakdown: unknown,
): TemplateResult =>
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

/** The service's name and its status. */
export const renderHeader = ({ feed, status, messages, headingLevel }: HeadView): TemplateResult =>
  html`<div class="header">
    <span
      part="name"
      class="service"
      translate="no"
      role=${headingLevel ? 'heading' : nothing}
      aria-level=${headingLevel ?? nothing}
      >${feed.service.name}</span
    >${renderBadge(status, messages)}
  </div>`;

/** The content of the card at the first paint: its head, and the space of everything else. */
export const renderHead = (view: HeadView): TemplateResult =>
  html`${renderHeader(view)} ${renderBones(view, renderSummary(view), !!view.feed.community)}`;

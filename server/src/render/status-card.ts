import type { Community, Official, Status } from 'outage-status/feed';
import { drawSparkline, shortenAffected, STATUS_ICONS } from 'outage-status/model';
import { type Markup, markup } from './markup.js';
import type { RenderLanguage } from './render-language.js';
import { nameInText, type StatusView } from './status-view.js';

const CHART_WIDTH = 240;
const CHART_HEIGHT = 48;
const SHOWN_CATEGORIES = 4;

/** Shape and word of a status, in its colour; a pill has the colour as its background. */
export const writeStatus = (status: Status, language: RenderLanguage, look: '' | 'pill'): Markup =>
  markup`<span class="${look === '' ? 'status' : 'status pill'}" data-status="${status}"><svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="${STATUS_ICONS[status]}"></path></svg>${language.paint.status[status]}</span>`;

const writeSparkline = (community: Community, { paint, formats }: RenderLanguage): Markup => {
  const { counts, typical, stepSeconds } = community.series;
  const { line, area, band } = drawSparkline(counts, typical, CHART_WIDTH, CHART_HEIGHT);
  const label = paint.sparkline({
    hours: formats.duration(counts.length * stepSeconds),
    per: paint.per(stepSeconds, formats),
    maximum: formats.number(Math.max(0, ...counts)),
    latest: formats.number(counts.at(-1) ?? 0),
  });
  return markup`<svg class="sparkline" viewBox="0 -2 ${CHART_WIDTH} ${CHART_HEIGHT + 4}" preserveAspectRatio="none" role="img" aria-label="${label}"><path class="band" d="${band}"></path><path class="area" d="${area}"></path><path class="line" d="${line}"></path></svg>`;
};

const writeCategories = (community: Community, { paint, formats }: RenderLanguage): Markup => {
  const shown = community.categories
    .toSorted((left, right) => right.reportCount - left.reportCount)
    .slice(0, SHOWN_CATEGORIES);
  return markup`<div class="rows" data-status="${community.status}"><p class="muted">${paint.breakdown}</p>
<ul>${shown.map(
    ({ label, reportCount, share }) =>
      markup`<li><span><bdi>${label}</bdi></span><span class="figures">${formats.number(reportCount)} <span class="muted">${formats.percent(share)}</span></span><svg class="share" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round(share * 100)}" height="1"></rect></svg></li>\n`,
  )}</ul></div>`;
};

const writeActivity = (community: Community, language: RenderLanguage): Markup => {
  const { paint, formats } = language;
  const { reportCount, typicalCount, windowSeconds } = community;
  return markup`<p class="count"><strong>${formats.number(reportCount)}</strong> <span>${paint.reportsInWindow(reportCount, windowSeconds, formats)} <span class="muted">${paint.usual(typicalCount, formats)}</span></span></p>
${writeSparkline(community, language)}
${writeCategories(community, language)}`;
};

const nameParts = (affected: NonNullable<Official['affected']>, language: RenderLanguage) => {
  const shortened = shortenAffected(affected);
  return { ...shortened, names: shortened.names.map((name) => nameInText(name, language)) };
};

/** Which parts are affected by the vendor's page, or why it says nothing of the service; nothing where neither is known. */
const writeOfficialDetail = (
  { status, affected, unknownReason }: Official,
  language: RenderLanguage,
): Markup | undefined => {
  const { live, formats } = language;
  const { voices } = live;
  const detail =
    status === 'unknown' && unknownReason
      ? voices.unknownReason[unknownReason]
      : affected && voices.affected(nameParts(affected, language), formats);
  return detail ? markup`<br><span class="muted">${detail}</span>` : undefined;
};

const writeVoices = (
  community: Community | null,
  official: Official | null,
  language: RenderLanguage,
): Markup => {
  const { voices } = language.live;
  return markup`<dl><div><dt>${voices.users}</dt><dd>${
    community ? writeStatus(community.status, language, '') : voices.notCounted
  }</dd></div><div><dt>${voices.official}</dt><dd>${
    official
      ? markup`${writeStatus(official.status, language, '')}${writeOfficialDetail(official, language)}`
      : voices.noOfficialPage
  }</dd></div></dl>`;
};

/**
 * The card in plain HTML: the element's content, readable without it and replaced by it where scripts run.
 *
 * @param look `compact` leaves out everything but the status, its sentence and its time.
 */
export function writeStatusCard(view: StatusView, look: 'card' | 'compact' = 'card'): Markup {
  const { feed, language, status } = view;
  // Nothing from a stale feed is shown as current.
  const current = feed && status !== 'unknown' && look === 'card' ? feed : undefined;
  return markup`<div class="card" data-status="${status}" data-service="${view.id}" role="group" aria-label="${view.title}">
<div class="head"><span class="name"><bdi>${view.name}</bdi></span>${writeStatus(status, language, 'pill')}</div>
<p class="sentence">${view.sentence}</p>
${view.since && look === 'card' && markup`<p class="muted">${view.since}</p>\n`}${
    current &&
    markup`${current.community ? writeActivity(current.community, language) : ''}
${writeVoices(current.community, current.official, language)}
`
  }<p class="muted time">${feed ? markup`<time dir="ltr" datetime="${feed.generatedAt}">${view.time}</time>` : markup`<bdi>${view.time}</bdi>`}</p>
</div>`;
}

import { compareStarts } from 'outage-status/model';
import type { CatalogService } from '../catalog/load-catalog.js';
import { listArchive } from '../feed/list-archive.js';
import type { ServiceHistory } from '../feed/service-history.js';
import { writeIncidents } from './incident-list.js';
import { type Markup, markup } from './markup.js';
import { writeLanguages, writePage } from './page-frame.js';
import { languageQuery, type RenderLanguage } from './render-language.js';

/** The spans that the page offers, in days. */
export const HISTORY_SPANS = [30, 90, 366] as const;

const addressOf = (id: string, days: number, { tag }: RenderLanguage): string =>
  `${id}/history?days=${days}${tag === 'en' ? '' : `&lang=${tag}`}`;

const writeDays = (days: ServiceHistory['days'], { page, formats }: RenderLanguage): Markup => {
  const most = Math.max(1, ...days.map(({ reportCount }) => reportCount));
  const rows = days
    .toReversed()
    .map(
      ({ date, reportCount }) =>
        markup`<tr><th scope="row" dir="ltr">${date}</th><td>${formats.number(reportCount)}<svg class="share" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round((100 * reportCount) / most)}" height="1"></rect></svg></td></tr>\n`,
    );
  return markup`<details><summary>${page.reportsPerDay}</summary>
<section class="scroll" tabindex="0" aria-label="${page.reportsPerDay}"><table><thead><tr><th scope="col">${page.day}</th><th scope="col">${page.reports}</th></tr></thead>
<tbody>${rows}</tbody></table></section></details>
`;
};

/**
 * The page of a service's past: incidents from users and the vendor, with who was first, those of the catalogue, whatever
 * their age, and reports per day.
 *
 * @param days Number of days, including today.
 */
export function writeHistoryPage(
  service: Pick<CatalogService, 'id' | 'name' | 'incidents'>,
  history: ServiceHistory,
  days: number,
  language: RenderLanguage,
): string {
  const { live, page, formats } = language;
  const { id, name } = service;
  const listed = new Set(history.incidents.map((incident) => incident.id));
  // Those of the catalogue are few, older than any span, and shown on no other page.
  const archived = listArchive(service).filter((incident) => !listed.has(incident.id));
  const incidents = [...history.incidents, ...archived].toSorted((left, right) =>
    compareStarts(right, left),
  );
  const spans = HISTORY_SPANS.map((span) => {
    const text = page.lastDays(formats.number(span), span);
    return span === days
      ? markup`<a href="../${addressOf(id, span, language)}" aria-current="page">${text}</a>`
      : markup`<a href="../${addressOf(id, span, language)}">${text}</a>`;
  });
  const body = markup`<div class="wrap">
<header class="bar"><a href="../${id}${languageQuery(language)}"><bdi>${name}</bdi></a>${writeLanguages(language, (other) => `../${addressOf(id, days, other)}`)}</header>
<main>
<h1>${page.historyOf(name)}</h1>
<nav class="spans" aria-label="${page.timeSpan}">${spans}</nav>
<h2>${live.incidents.title}</h2>
${incidents.length > 0 ? writeIncidents(incidents, language) : markup`<p>${live.incidents.empty}</p>\n`}${writeDays(history.days, language)}</main>
<footer class="links"><a href="../v1/services/${id}/history.json?days=${days}">history.json</a><a href="../${id}.atom${languageQuery(language)}">${page.changes(name)}</a></footer>
</div>`;
  return writePage({ language, title: page.historyOf(name), root: '../', kind: 'page' }, body);
}

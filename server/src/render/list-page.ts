import type { Feed } from 'outage-status/feed';
import { PALETTE } from 'outage-status/model';
import { markup } from './markup.js';
import { writePage } from './page-frame.js';
import { languageQuery, type RenderLanguage } from './render-language.js';
import { writeServices } from './service-page.js';

const HEAD = markup`<link rel="icon" type="image/svg+xml" href="assets/icon.svg">
<meta name="theme-color" content="${PALETTE.accent.light}">
`;

/**
 * The page that lists and searches services.
 *
 * @param query What was searched for; empty for all.
 */
export function writeListPage(
  services: readonly Feed['related'][number][],
  query: string,
  language: RenderLanguage,
): string {
  const { page, tag } = language;
  const body = markup`<div class="wrap"><main>
<h1>${page.services}</h1>
<p>${page.servicesDescription}</p>
<form class="search" role="search" action="services" method="get">
<label class="hidden" for="search">${page.search}</label>
<input id="search" type="search" name="q" value="${query}" maxlength="100" placeholder="${page.search}">
${tag !== 'en' && markup`<input type="hidden" name="lang" value="${tag}">\n`}<button type="submit">${page.searchButton}</button>
</form>
${
  services.length > 0
    ? writeServices(services, language)
    : markup`<p>${page.noMatch(query)} <a href="services${languageQuery(language)}">${page.allServices}</a></p>`
}
</main>
<footer class="links"><a href="embed${languageQuery(language)}">${page.putOnPage}</a></footer></div>`;
  const { services: title, servicesDescription: description } = page;
  return writePage({ language, title, description, root: '', head: HEAD, kind: 'page' }, body);
}

/** The page of an address where there is nothing; links are absolute, because the address may have any depth. */
export function writeNotFoundPage(language: RenderLanguage, serverUrl: string): string {
  const { page } = language;
  const body = markup`<div class="wrap"><main><h1>${page.notFoundTitle}</h1>
<p>${page.notFound}</p>
<p><a href="${serverUrl}/services">${page.allServices}</a></p></main></div>`;
  const root = `${serverUrl}/`;
  return writePage({ language, title: page.notFoundTitle, root, kind: 'page' }, body);
}

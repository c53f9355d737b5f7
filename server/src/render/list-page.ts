import type { Feed } from 'outage-status/feed';
import { PALETTE } from 'outage-status/model';
import { type Markup, markup } from './markup.js';
import { writeLanguages, writePage } from './page-frame.js';
import { languageQuery, type RenderLanguage } from './render-language.js';
import { writeServices } from './service-page.js';

const writeHead = (language: RenderLanguage, serverUrl: string): Markup => {
  const { page, ogLocale } = language;
  const here = `${serverUrl}/services${languageQuery(language)}`;
  return markup`<link rel="canonical" href="${here}">
<meta name="theme-color" content="${PALETTE.accent.light}">
<meta property="og:type" content="website">
<meta property="og:url" content="${here}">
<meta property="og:locale" content="${ogLocale}">
<meta property="og:title" content="${page.services}">
<meta property="og:description" content="${page.servicesDescription}">
<meta name="twitter:card" content="summary">
`;
};

/**
 * The page that lists and searches services.
 *
 * @param query The search text; empty for all.
 * @param serverUrl The server's address for visitors, without a trailing slash.
 */
export function writeListPage(
  services: readonly Feed['related'][number][],
  query: string,
  language: RenderLanguage,
  serverUrl: string,
): string {
  const { page, tag } = language;
  const addressIn = (other: RenderLanguage): string => {
    const search = new URLSearchParams({
      ...(query !== '' && { q: query }),
      ...(other.tag !== 'en' && { lang: other.tag }),
    });
    return search.size > 0 ? `services?${search.toString()}` : 'services';
  };
  const body = markup`<div class="wrap">
<header class="bar"><span></span>${writeLanguages(language, addressIn)}</header>
<main>
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
  const head = writeHead(language, serverUrl);
  return writePage({ language, title, description, root: '', head, kind: 'page' }, body);
}

/** The page for an unknown address; links are absolute, because the address may have any depth. */
export function writeNotFoundPage(language: RenderLanguage, serverUrl: string): string {
  const { page } = language;
  const body = markup`<div class="wrap"><main><h1>${page.notFoundTitle}</h1>
<p>${page.notFound}</p>
<p><a href="${serverUrl}/services">${page.allServices}</a></p></main></div>`;
  const root = `${serverUrl}/`;
  return writePage({ language, title: page.notFoundTitle, root, kind: 'page' }, body);
}

import type { Feed } from 'outage-status/feed';
import { PALETTE } from 'outage-status/model';
import { CARD_HEIGHT, CARD_WIDTH } from './card.js';
import { writeIncidents } from './incident-list.js';
import { jsonMarkup, type Markup, markup } from './markup.js';
import { type NotifyChoice, writeNotifySection } from './notify-section.js';
import { writeLanguages, writePage } from './page-frame.js';
import {
  LANGUAGE_TAGS,
  languageQuery,
  type RenderLanguage,
  renderLanguage,
} from './render-language.js';
import { nameInText, type StatusView } from './status-view.js';
import { writeStatus } from './status-word.js';
import { writeWidget } from './widget.js';

const describeData = (view: StatusView, here: string): object => {
  const { feed, language } = view;
  const page = {
    '@type': 'WebPage',
    '@id': here,
    url: here,
    name: language.page.previewTitle(view.name),
    description: language.page.previewDescription(view.name),
    inLanguage: language.tag,
    about: {
      '@type': 'Service',
      name: view.name,
      ...(feed?.service.url && { url: feed.service.url }),
    },
  };
  const questions = feed?.guide?.faq ?? [];
  const faq = {
    '@type': 'FAQPage',
    mainEntity: questions.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer },
    })),
  };
  return {
    '@context': 'https://schema.org',
    '@graph': questions.length > 0 ? [page, faq] : [page],
  };
};

// Previews are kept for a day or for ever, so they do not mention the present status.
const writeHead = (view: StatusView, serverUrl: string, withPush: boolean): Markup => {
  const { page, ogLocale } = view.language;
  const atom = `${serverUrl}/${view.id}.atom${languageQuery(view.language)}`;
  const pageUrl = `${serverUrl}/${view.id}`;
  const here = `${pageUrl}${languageQuery(view.language)}`;
  const title = page.previewTitle(view.name);
  const description = page.previewDescription(view.name);
  const oembed = (format: string): string =>
    `${serverUrl}/oembed?url=${encodeURIComponent(here)}&format=${format}`;
  return markup`<link rel="canonical" href="${here}">
${LANGUAGE_TAGS.map((other) => markup`<link rel="alternate" hreflang="${other}" href="${pageUrl}${languageQuery(renderLanguage(other))}">\n`)}<link rel="alternate" type="application/json+oembed" href="${oembed('json')}" title="${view.title}">
<link rel="alternate" type="text/xml+oembed" href="${oembed('xml')}" title="${view.title}">
<link rel="alternate" type="application/atom+xml" href="${atom}" title="${page.changes(view.name)}">
<link rel="manifest" href="${view.id}.webmanifest${languageQuery(view.language)}">
<link rel="apple-touch-icon" href="assets/icon-192.png">
<meta name="theme-color" content="${PALETTE.accent.light}">
<meta property="og:type" content="website">
<meta property="og:url" content="${here}">
<meta property="og:site_name" content="${page.services}">
<meta property="og:locale" content="${ogLocale}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:image" content="${serverUrl}/card/${view.id}.png${languageQuery(view.language)}">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${CARD_WIDTH}">
<meta property="og:image:height" content="${CARD_HEIGHT}">
<meta property="og:image:alt" content="${view.title}">
<meta name="twitter:card" content="summary_large_image">
<meta name="twitter:image:alt" content="${view.title}">
<script type="module" src="widget/outage-status.js"></script>
${withPush && markup`<script type="module" src="assets/notify.js"></script>\n`}<script type="application/ld+json">${jsonMarkup(describeData(view, here))}</script>
`;
};

const writeGuide = (guide: NonNullable<Feed['guide']>, view: StatusView): Markup => {
  const { guide: texts } = view.language.live;
  const name = nameInText(view.name, view.language);
  return markup`<h2>${texts.title(name)}</h2>
<ol>${guide.steps.map(({ title, text }) => markup`<li><div dir="auto"><strong>${title}</strong><br>${text}</div></li>\n`)}</ol>
${
  guide.faq.length > 0 &&
  markup`<h2>${texts.questions}</h2>
${guide.faq.map(({ question, answer }) => markup`<h3 dir="auto">${question}</h3>\n<p dir="auto">${answer}</p>\n`)}`
}${guide.about && markup`<h2>${texts.about(name)}</h2>\n<p dir="auto">${guide.about}</p>\n`}`;
};

/** A list of services with their statuses, each a link to its page. */
export const writeServices = (
  services: readonly Feed['related'][number][],
  language: RenderLanguage,
): Markup =>
  markup`<ul class="services">${services.map(
    ({ id, name, status }) =>
      markup`<li><a href="${id}${languageQuery(language)}"><span><bdi>${name}</bdi></span>${writeStatus(status, language, '')}</a></li>\n`,
  )}</ul>`;

/**
 * The page of one service, complete without JavaScript.
 *
 * @param serverUrl The server's address for visitors, without a trailing slash.
 * @param notify The available ways to be notified of changes.
 */
export function writeServicePage(
  view: StatusView,
  serverUrl: string,
  notify: NotifyChoice,
): string {
  const { feed, language } = view;
  const { live, page } = language;
  const body = markup`<div class="wrap">
<header class="bar"><a href="services${languageQuery(language)}">${page.allServices}</a>${writeLanguages(language, (other) => `${view.id}${languageQuery(other)}`)}</header>
<main>
<h1>${view.title}</h1>
${writeWidget(view)}
${
  feed &&
  feed.incidents.length > 0 &&
  markup`<h2>${live.incidents.title}</h2>
${writeIncidents(feed.incidents, language)}`
}${writeNotifySection(view, notify)}${feed?.guide && writeGuide(feed.guide, view)}${
    feed &&
    feed.related.length > 0 &&
    markup`<h2>${live.related.title}</h2>
${writeServices(feed.related, language)}
`
  }</main>
<footer class="links"><a href="embed?service=${view.id}${language.tag !== 'en' && markup`&amp;lang=${language.tag}`}">${page.putOnPage}</a><a href="${view.id}.atom${languageQuery(language)}">${page.changes(view.name)}</a><a href="badge/${view.id}.svg${languageQuery(language)}">${page.badge}</a><a href="${view.id}/history${languageQuery(language)}">${page.history}</a><a href="${view.id}/decision" hreflang="en">${page.decision}</a></footer>
</div>`;
  return writePage(
    {
      language,
      title: page.previewTitle(view.name),
      description: page.previewDescription(view.name),
      root: '',
      head: writeHead(view, serverUrl, notify.pushKey !== undefined),
      kind: 'page',
    },
    body,
  );
}

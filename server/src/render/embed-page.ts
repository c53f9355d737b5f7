import { type Markup, markup } from './markup.js';
import { writePage } from './page-frame.js';
import { languageQuery, type RenderLanguage } from './render-language.js';
import { writeStatusCard } from './status-card.js';
import { type StatusView, viewStatus } from './status-view.js';

/** Options of the frame. */
export interface FrameOptions {
  /** Forces a colour scheme; by default, that of the surrounding page. */
  readonly theme: 'light' | 'dark' | undefined;
  /** `compact` for frames lower than 200 pixels: status, sentence and time, no Report button. */
  readonly look: 'card' | 'compact';
}

/** The compact form once its feed is stale because no update has come. */
const writeStale = ({ id, name, feed, language }: StatusView): Markup | undefined => {
  if (!feed) return undefined;
  const { generatedAt, maxAgeSeconds } = feed;
  const endsAtMs = Date.parse(generatedAt) + (maxAgeSeconds + 1) * 1000;
  const stale = viewStatus({ id, name }, feed, language, endsAtMs);
  return markup`<template id="stale" data-after-seconds="${maxAgeSeconds}">${writeStatusCard(stale, 'compact')}</template>
`;
};

/** Shown by the renewing script: visitors must be able to pause content that changes on its own (WCAG 2.2.2). */
const writePause = ({ paint }: RenderLanguage): Markup =>
  markup`<button type="button" id="pause" data-pause="${paint.pause}" data-resume="${paint.resume}" hidden>${paint.pause}</button>`;

const writeFoot = (
  language: RenderLanguage,
  address: string,
  text: string,
  more?: Markup | false,
): Markup =>
  markup`<div class="foot"><a id="full" href="${address}" target="_blank" rel="noopener">${text}<span class="hidden"> ${language.live.opensNewTab}</span> <span class="address" hidden></span></a>${more}</div>`;

/** The frame of a service that does not exist, or no longer exists. */
export function writeNotFoundFrame(language: RenderLanguage, serverUrl: string): string {
  const { page } = language;
  const head = markup`<meta name="robots" content="noindex">
<script type="module" src="../assets/embed.js"></script>
`;
  const address = `${serverUrl}/services${languageQuery(language)}`;
  const body = markup`<main>
<div class="card"><h1 class="name">${page.notFoundTitle}</h1><p>${page.notFound}</p></div>
${writeFoot(language, address, page.allServices)}
</main>`;
  return writePage({ language, title: page.notFoundTitle, root: '../', head, kind: 'frame' }, body);
}

/**
 * The page for other pages' frames. It works in `sandbox="allow-scripts"` alone: no form, no storage, no pop-up.
 *
 * @param serverUrl The server's address for visitors, without a trailing slash.
 */
export function writeEmbedPage(
  view: StatusView,
  serverUrl: string,
  { theme, look }: FrameOptions,
): string {
  const { language, title, id } = view;
  const page = `${serverUrl}/${id}${languageQuery(language)}`;
  const isCompact = look === 'compact';
  const kind = isCompact ? 'frame compact' : 'frame';
  const head = markup`<meta name="robots" content="noindex">
<link rel="canonical" href="${page}">
${!isCompact && markup`<link rel="modulepreload" href="../widget/outage-status.js">\n`}<script type="module" src="../assets/embed.js"></script>
<script type="module" src="../assets/${isCompact ? 'renew' : 'enhance'}.js"></script>
`;
  const body = markup`<main>
<h1 class="hidden">${title}</h1>
${writeStatusCard(view, look)}
${writeFoot(language, page, language.page.fullStatus, isCompact && writePause(language))}
</main>
${isCompact && writeStale(view)}`;
  return writePage({ language, title, root: '../', head, kind, theme }, body);
}

import { markup } from './markup.js';
import { writePage } from './page-frame.js';
import { languageQuery } from './render-language.js';
import { writeStatusCard } from './status-card.js';
import type { StatusView } from './status-view.js';

/**
 * The page that other pages frame. It works in `sandbox="allow-scripts"` alone: no form, no storage, no pop-up.
 *
 * @param serverUrl How visitors reach the server, without a slash at the end.
 * @param theme Forces a colour scheme; otherwise that of the visitor's browser.
 */
export function writeEmbedPage(
  view: StatusView,
  serverUrl: string,
  theme: 'light' | 'dark' | undefined,
): string {
  const { language, title, id } = view;
  const page = `${serverUrl}/${id}${languageQuery(language)}`;
  const head = markup`<meta name="robots" content="noindex">
<link rel="canonical" href="${page}">
<link rel="modulepreload" href="../widget/outage-status.js">
<script type="module" src="../assets/embed.js"></script>
<script type="module" src="../assets/enhance.js"></script>
`;
  const body = markup`<main>
<h1 class="hidden">${title}</h1>
${writeStatusCard(view)}
<div class="foot"><a id="full" href="${page}" target="_blank" rel="noopener">${language.page.fullStatus}<span class="hidden"> ${language.live.opensNewTab}</span> <span class="address" hidden></span></a></div>
</main>`;
  return writePage({ language, title, root: '../', head, kind: 'frame', theme }, body);
}

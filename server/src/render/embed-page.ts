import { type Markup, markup } from './markup.js';
import { writePage } from './page-frame.js';
import { languageQuery, type RenderLanguage } from './render-language.js';
import type { StatusView } from './status-view.js';
import { writeWidget } from './widget.js';

/** Options of the frame. */
export interface FrameOptions {
  /** Forces a colour scheme; by default, that of the surrounding page. */
  readonly theme: 'light' | 'dark' | undefined;
  /** Variant of the widget in it. */
  readonly look: 'card' | 'compact';
}

const writeFoot = (language: RenderLanguage, address: string, text: string): Markup =>
  markup`<div class="foot"><a id="full" href="${address}" target="_blank" rel="noopener">${text}<span class="hidden"> ${language.live.opensNewTab}</span> <span class="address" hidden></span></a></div>`;

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
  const head = markup`<meta name="robots" content="noindex">
<link rel="canonical" href="${page}">
<script type="module" src="../widget/outage-status.js"></script>
<script type="module" src="../assets/embed.js"></script>
`;
  const body = markup`<main>
<h1 class="hidden">${title}</h1>
${writeWidget(view, { variant: look, theme })}
${writeFoot(language, page, language.page.fullStatus)}
</main>`;
  const kind = look === 'compact' ? 'frame compact' : 'frame';
  return writePage({ language, title, root: '../', head, kind, theme }, body);
}

import { markup, type Markup } from './markup.js';
import { writePage } from './page-frame.js';
import { languageQuery, type RenderLanguage } from './render-language.js';

/** A short page with one message, and at most one question. */
export interface NoticePage {
  readonly language: RenderLanguage;
  /** The relative path from the page to the server's root: `../` or `../../`. */
  readonly root: string;
  readonly title: string;
  readonly text: string;
  /** The service whose page it links back to; the list of services if missing. */
  readonly service?: { readonly id: string; readonly name: string } | undefined;
  /** A button that sends a token. */
  readonly form?: { readonly action: string; readonly token: string; readonly button: string };
}

/** Writes the answers to forms and the pages that links in mails lead to. */
export function writeNoticePage(notice: NoticePage): string {
  const { language, root, title, text, service, form } = notice;
  const { page, notify } = language;
  const query = languageQuery(language);
  const back = service
    ? markup`<a href="${root}${service.id}${query}">${notify.back(service.name)}</a>`
    : markup`<a href="${root}services${query}">${page.allServices}</a>`;
  const writeForm = (one: NonNullable<NoticePage['form']>): Markup => markup`
<form class="form" action="${one.action}" method="post">
<input type="hidden" name="token" value="${one.token}">
<button type="submit">${one.button}</button>
</form>`;
  const body = markup`<div class="wrap"><main>
<h1>${title}</h1>
<p>${text}</p>${form && writeForm(form)}
<p class="after">${back}</p>
</main></div>`;
  return writePage({ language, title, root, kind: 'page' }, body);
}

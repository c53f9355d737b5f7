import { type Markup, markup, type MarkupValue } from './markup.js';
import { LANGUAGE_TAGS, type RenderLanguage, renderLanguage } from './render-language.js';

/** The parts of a page around its content. */
export interface PageFrame {
  readonly language: RenderLanguage;
  readonly title: string;
  /** Description for search engines; missing on pages that they must not list. */
  readonly description?: string;
  /** The path from the page to the server's root: empty, `../`, or absolute with a trailing slash. */
  readonly root: string;
  /** Further elements of the head. */
  readonly head?: MarkupValue;
  /** Class of the body. */
  readonly kind: 'page' | 'frame' | 'frame compact';
  /** Forces a colour scheme. */
  readonly theme?: 'light' | 'dark' | undefined;
}

/**
 * Links to the same page in the other languages.
 *
 * @param addressIn The address of the page in a language.
 */
export const writeLanguages = (
  language: RenderLanguage,
  addressIn: (other: RenderLanguage) => string,
): Markup => {
  const others = LANGUAGE_TAGS.filter((tag) => tag !== language.tag).map(renderLanguage);
  return markup`<nav aria-label="${language.page.languages}">${others.map(
    (other) =>
      markup`<a href="${addressIn(other)}" hreflang="${other.tag}" lang="${other.tag}">${other.page.ownName}</a>`,
  )}</nav>`;
};

/** A complete HTML document without inline style or script, so that the strictest policy allows it. */
export const writePage = (frame: PageFrame, body: Markup): string => {
  const { language, title, description, root, head, kind, theme } = frame;
  return markup`<!doctype html>
<html lang="${language.tag}" dir="${language.direction}"${theme && markup` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${description && markup`<meta name="description" content="${description}">\n`}<link rel="icon" type="image/svg+xml" href="${root}assets/icon.svg">
<link rel="stylesheet" href="${root}assets/page.css">
${head}</head>
<body class="${kind}">
${body}
</body>
</html>
`.text;
};

/** Text that is markup already: it goes into other markup as it is. Made by {@link markup} alone. */
export class Markup {
  /** @param text HTML or XML. */
  constructor(readonly text: string) {}
}

/** What may stand in a template: `undefined` and `false` leave nothing. */
export type MarkupValue = Markup | string | number | undefined | false | readonly MarkupValue[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// What XML 1.0 cannot hold in any spelling, half surrogate pairs included: https://www.w3.org/TR/xml/#charsets
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const escape = (text: string): string =>
  text.replace(NOT_XML, '').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

const write = (value: MarkupValue): string => {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(write).join('');
  return escape(String(value));
};

/**
 * Makes HTML, SVG or XML. Everything put in is escaped for text and for quoted attributes, unless it is markup itself.
 *
 * @example markup`<p title="${title}">${text}</p>`
 */
export const markup = (strings: TemplateStringsArray, ...values: MarkupValue[]): Markup =>
  new Markup(strings.reduce((text, part, index) => text + write(values[index - 1]) + part));

/** JSON for a `<script>` of data: no `<` in it, so that nothing in it can end the element. */
export const jsonMarkup = (value: unknown): Markup =>
  new Markup(JSON.stringify(value).replaceAll('<', '\\u003c'));

/** Text that is markup already and goes into other markup unescaped. */
export class Markup {
  /** @param text HTML or XML. */
  constructor(readonly text: string) {}
}

/** The values allowed in a template; `undefined` and `false` write nothing. */
export type MarkupValue = Markup | string | number | undefined | false | readonly MarkupValue[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Characters that XML 1.0 forbids in any form, lone surrogates included: https://www.w3.org/TR/xml/#charsets
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
 * Makes HTML, SVG or XML. Escapes every value for text and quoted attributes, unless it is markup itself.
 *
 * @example markup`<p title="${title}">${text}</p>`
 */
export const markup = (strings: TemplateStringsArray, ...values: MarkupValue[]): Markup =>
  new Markup(strings.reduce((text, part, index) => text + write(values[index - 1]) + part));

/** JSON for a `<script>` of data: contains no `<`, so that it cannot end the element. */
export const jsonMarkup = (value: unknown): Markup =>
  new Markup(JSON.stringify(value).replaceAll('<', '\\u003c'));

import { readTemplate } from '../element/read-template.js';
import type { TemplateResult } from '../element/tags.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser would make a line feed of it.
  '\r': '&#13;',
};

// What a document may not contain, in any form: https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream
const NOT_HTML = /[^\t\n\f\r\u{20}-\u{7E}\u{A0}-\u{D7FF}\u{E000}-\u{10FFFF}]/gu;

/** Escapes a text for HTML, between tags and in a quoted attribute. Leaves out control characters and half surrogates. */
export const escapeHtml = (text: string): string =>
  text.replace(NOT_HTML, '').replace(/[&<>"\r]/g, (character) => ESCAPES[character]!);

/** Writes the attributes of a tag, with a space before each; an empty text is written as the name alone. */
export const writeAttributes = (attributes: readonly (readonly [string, string])[]): string =>
  attributes.map(([name, text]) => ` ${name}${text && `="${escapeHtml(text)}"`}`).join('');

/**
 * Writes a Lit template as HTML.
 *
 * @param template As {@link readTemplate} takes it.
 */
export function writeTemplate(template: TemplateResult): string {
  let html = '';
  readTemplate(template, {
    open: (tag, attributes) => (html += `<${tag}${writeAttributes(attributes)}>`),
    text: (text) => (html += escapeHtml(text)),
    close: (tag) => (html += `</${tag}>`),
  });
  return html;
}

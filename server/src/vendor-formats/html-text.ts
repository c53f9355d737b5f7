import { Parser } from 'htmlparser2';

/** Longest HTML that is parsed, in characters; the rest is ignored. */
const MAX_LENGTH = 200_000;
const LINE_BREAKERS = new Set(['p', 'br', 'div', 'li', 'ul', 'ol', 'tr', 'h1', 'h2', 'h3', 'h4']);
const HIDDEN = new Set(['script', 'style', 'template', 'noscript']);

/**
 * Reduces HTML to its visible text, one line per paragraph.
 *
 * @param html Any text; never throws.
 * @returns Lines without surrounding space and without empty lines.
 */
export function htmlToText(html: string): string {
  let text = '';
  let hiddenDepth = 0;
  const breakLine = (name: string): void => {
    if (LINE_BREAKERS.has(name)) text += '\n';
  };
  const parser = new Parser({
    onopentagname(name) {
      if (HIDDEN.has(name)) hiddenDepth += 1;
      breakLine(name);
    },
    onclosetag(name) {
      if (HIDDEN.has(name)) hiddenDepth -= 1;
      breakLine(name);
    },
    ontext(piece) {
      if (hiddenDepth === 0) text += piece;
    },
  });
  parser.end(html.slice(0, MAX_LENGTH));
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

const LOOKS_LIKE_HTML = /&(?:#x?[\da-f]+|[a-z]+\d*);|<\/?[a-z][^<>]*>/i;

/** Like {@link htmlToText} for a line that is usually plain text, such as a title: one line, unchanged unless it looks like HTML. */
export const toPlainLine = (text: string): string =>
  LOOKS_LIKE_HTML.test(text) ? htmlToText(text).replaceAll('\n', ' ') : text;

// What a page needs to work under a policy that allows files of its own server alone: no script, style or style attribute
// in the HTML.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g;

/**
 * Makes files of the scripts in a page. They keep their place, and so their effect before the first paint.
 *
 * @param folder The folder of the site.
 * @param base Its address, with slashes around it.
 */
export const moveScripts = (html, folder, base) =>
  html.replaceAll(INLINE_SCRIPT, (_, script) => {
    const name = `assets/inline.${createHash('sha256').update(script).digest('hex').slice(0, 8)}.js`;
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, name), script);
    return `<script src="${base}${name}"></script>`;
  });

// Of the theme's frame. What they do is in site.css, or is set again by its scripts.
const THEME_STYLES = /(?<=<[^<>]*) style="(?:position:relative;|--vp-vh:0px;)"/g;

/** Takes out the style attributes that the theme writes; those of code and tables never get there. */
export const dropThemeStyles = (html) => html.replaceAll(THEME_STYLES, '');

/** Makes the alignment of a table's cells a class. A plugin of markdown-it. */
export const alignByClass = (markdown) =>
  markdown.core.ruler.push('align_by_class', ({ tokens }) => {
    for (const token of tokens) {
      const side = /^text-align:(\w+)$/.exec(token.attrGet('style') ?? '')?.[1];
      if (!side) continue;
      token.attrs = token.attrs.filter(([name]) => name !== 'style');
      token.attrJoin('class', `align-${side}`);
    }
  });

import { transform as transformCss } from 'esbuild';

const MARKUP_TAGS = new Set(['html', 'svg']);

const isNode = (value) => typeof value?.type === 'string';

const visit = (node, found) => {
  if (node.type === 'TaggedTemplateExpression' && node.tag.type === 'Identifier') found.push(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) visit(child, found);
  }
  return found;
};

const minifyCss = async (text) => {
  const { code } = await transformCss(text, { loader: 'css', minify: true, target: 'es2022' });
  return code.trim().replace(/[`\\]|\$\{/g, String.raw`\$&`);
};

// White space beside these is never to be seen: they are blocks, or shapes. Between other elements one space stays.
const BLOCKS =
  'div|p|ul|ol|li|figure|figcaption|details|summary|table|thead|tbody|tr|th|td|path|rect';
const BESIDE_BLOCKS = new RegExp(`\\s+(?=</?(?:${BLOCKS})\\b)|(?<=</?(?:${BLOCKS})>)\\s+`, 'g');
const PLAIN_QUOTES = /(?<=\s[a-z-]+=)"([^\s"'`=<>\\]+)"(?=[\s>])/g;

// Line breaks end up as a space, in a tag before its ">" as nothing; attributes lose the quotes they do not need.
const collapse = (text) =>
  text
    .replace(BESIDE_BLOCKS, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/ (?=>)/g, '')
    .replace(PLAIN_QUOTES, '$1');

const replacementsOf = async ({ tag, quasi }) => {
  const parts = quasi.quasis;
  if (tag.name === 'css' && parts.length === 1) {
    return [{ ...parts[0], text: await minifyCss(parts[0].value.cooked) }];
  }
  if (tag.name !== 'css' && !MARKUP_TAGS.has(tag.name)) return [];
  return parts.map((part) => ({ ...part, text: collapse(part.value.raw) }));
};

const countLines = (text) => text.split('\n').length - 1;

/**
 * Rollup plugin: minifies the styles in css`` with esbuild; in html`` and svg`` it takes out quotes and white space that
 * nobody sees, and collapses white space that holds a line break, where it shows as one space anyway. Templates with `white-space: pre` text would change: do not write any.
 *
 * Line breaks that are taken out of a template are put back behind it, where they mean nothing, so that the source map
 * of the file stays right to the line.
 *
 * @param options.include Which modules; by default those of our own build.
 */
export function minifyLiterals({ include = /\/dist\/(?!.*node_modules)/ } = {}) {
  return {
    name: 'minify-literals',
    async transform(code, id) {
      if (id.includes('node_modules') || !include.test(id)) return null;
      const templates = visit(this.parse(code), []);
      const replacements = (await Promise.all(templates.map(replacementsOf)))
        .flat()
        .toSorted((left, right) => left.start - right.start);
      let output = '';
      let end = 0;
      let owedLines = 0;
      for (const { start, end: next, text } of replacements) {
        const between = code.slice(end, start);
        // Up to two characters into what follows (a backtick, or "${") we are still inside the template's own syntax.
        const marker = /^(?:\$\{|`)/.exec(between)?.[0] ?? '';
        output += marker + '\n'.repeat(owedLines) + between.slice(marker.length) + text;
        owedLines = countLines(code.slice(start, next)) - countLines(text);
        end = next;
      }
      const rest = code.slice(end);
      const marker = rest.startsWith('`') ? '`' : '';
      return {
        code: output + marker + '\n'.repeat(owedLines) + rest.slice(marker.length),
        map: null,
      };
    },
  };
}

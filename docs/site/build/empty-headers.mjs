/**
 * Makes a header without a text, as over the names of a table's rows, an ordinary cell: screen readers announce a header,
 * even an empty one. A plugin of markdown-it.
 */
export const dropEmptyHeaders = (markdown) =>
  markdown.core.ruler.push('empty_headers', ({ tokens }) => {
    for (const [index, { type }] of tokens.entries()) {
      if (type !== 'th_open' || tokens[index + 1].content !== '') continue;
      tokens[index].tag = 'td';
      tokens[index + 2].tag = 'td';
    }
  });

import { isDeepStrictEqual } from 'node:util';
import * as lit from 'lit';

// Lit's tags return plain data; Lit's renderer draws it. The renderer loads with the element, after the first paint. The
// first paint needs the tags earlier, and so do files that must not wait for the element.
const TAGS = `
export const html = (strings, ...values) => ({ _$litType$: 1, strings, values });
export const nothing = Symbol.for('lit-nothing');`;

const TAGS_ID = '\0tags';

/** Whether the installed Lit returns the same data for a template as {@link TAGS}, whose data its renderer will draw. */
const matchLit = async () => {
  const tags = await import(`data:text/javascript,${encodeURIComponent(TAGS)}`);
  const sampleOf = ({ html, nothing }, text) => html`<b title=${nothing}>${text}</b>`;
  return isDeepStrictEqual(sampleOf(tags, 'a'), sampleOf(lit, 'a'));
};

/** Rollup plugin: replaces `lit` with {@link TAGS} in every module except those whose paths end as one of `element`. */
export function tagsWithoutLit({ element }) {
  return {
    name: 'tags-without-lit',
    async buildStart() {
      if (!(await matchLit()))
        this.error('the installed Lit’s html returns other data than tags-without-lit.mjs');
    },
    resolveId: (source, importer) =>
      source === 'lit' && !element.some((path) => importer.endsWith(path)) ? TAGS_ID : null,
    load: (id) => (id === TAGS_ID ? TAGS : null),
  };
}

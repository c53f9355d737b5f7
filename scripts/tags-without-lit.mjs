import { isDeepStrictEqual } from 'node:util';
import * as lit from 'lit';

// What Lit's tags make is plain data, and drawing it is the renderer's work. The renderer comes with the element, behind
// the first paint; the tags are needed before it, and by files that must not wait for the element's.
const TAGS = `
export const html = (strings, ...values) => ({ _$litType$: 1, strings, values });
export const nothing = Symbol.for('lit-nothing');`;

const TAGS_ID = '\0tags';

/** Whether the installed Lit makes the same of a template; its renderer will be given what ours has made. */
const matchLit = async () => {
  const tags = await import(`data:text/javascript,${encodeURIComponent(TAGS)}`);
  const sampleOf = ({ html, nothing }, text) => html`<b title=${nothing}>${text}</b>`;
  return isDeepStrictEqual(sampleOf(tags, 'a'), sampleOf(lit, 'a'));
};

/** Rollup plugin: modules get Lit's tags without Lit; only the module at `element` gets all of it. */
export function tagsWithoutLit({ element }) {
  return {
    name: 'tags-without-lit',
    async buildStart() {
      if (!(await matchLit()))
        this.error('the html of the installed Lit makes other data than ours');
    },
    resolveId: (source, importer) =>
      source === 'lit' && !importer.endsWith(element) ? TAGS_ID : null,
    load: (id) => (id === TAGS_ID ? TAGS : null),
  };
}

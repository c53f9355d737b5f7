// What Lit's tags make is plain data, and drawing it is the renderer's work. The renderer comes with the element, behind
// the first paint; the tags are needed before it, and by files that must not wait for the element's.
const TAGS = `
export const html = (strings, ...values) => ({ _$litType$: 1, strings, values });
export const nothing = Symbol.for('lit-nothing');
export { css } from '@lit/reactive-element/css-tag.js';`;

const TAGS_ID = '\0tags';
// What the tags stand in for, as it is written in Lit.
const IN_LIT = ['_$litType$:', 'Symbol.for("lit-nothing")'];

/** Rollup plugin: modules get Lit's tags without Lit; only the module at `element` gets all of it. */
export function tagsWithoutLit({ element }) {
  return {
    name: 'tags-without-lit',
    resolveId: (source, importer) =>
      source === 'lit' && !importer.endsWith(element) ? TAGS_ID : null,
    load: (id) => (id === TAGS_ID ? TAGS : null),
    transform(code, id) {
      if (!id.endsWith('/lit-html/lit-html.js')) return;
      const changed = IN_LIT.find((text) => !code.includes(text));
      if (changed) this.error(`lit-html no longer has: ${changed}`);
    },
  };
}

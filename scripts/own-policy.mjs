import { resolve } from 'node:path';

/**
 * Rollup plugin: gives lit-html the `litGlobal` of a module in place of `globalThis`, so that its trusted types policy gets
 * another name. An import of that name hides the global; Lit's own code stays as published.
 */
export const ownPolicy = ({ litGlobal }) => ({
  name: 'own-policy',
  transform(code, id) {
    if (!id.endsWith('/lit-html/lit-html.js')) return null;
    const from = JSON.stringify(resolve(litGlobal));
    // Adds no line, so that lines in the source map stay correct.
    return { code: `import { litGlobal as globalThis } from ${from}; ${code}`, map: null };
  },
});

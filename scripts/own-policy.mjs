import { join } from 'node:path';

const LIT_HTML = /\/node_modules\/lit-html\/lit-html\.js$/;

/**
 * Rollup plugin: gives lit-html an object of ours in place of `globalThis`, so that its trusted types policy gets another
 * name. An import of that name hides the global from the module; Lit's own code stays as published.
 *
 * @param litGlobal Path of the module that exports `litGlobal`.
 */
export function ownPolicy({ litGlobal }) {
  let hasMetLit = false;
  return {
    name: 'own-policy',
    transform(code, id) {
      if (!LIT_HTML.test(id)) return null;
      hasMetLit = true;
      const from = JSON.stringify(join(process.cwd(), litGlobal));
      // Adds no line, so that lines in the source map stay correct.
      return { code: `import { litGlobal as globalThis } from ${from}; ${code}`, map: null };
    },
    buildEnd(error) {
      if (!error && !hasMetLit) this.error('lit-html is not where own-policy.mjs expects it');
    },
  };
}

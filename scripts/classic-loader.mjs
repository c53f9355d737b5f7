import { minify } from 'terser';
import { integrityOf } from './chunk-integrity.mjs';

// Chromium fails a relative import() in a classic script from another origin, hence the absolute URL.
const loaderSource = (entryName, integrity) => `{
  const { src, nonce } = document.currentScript;
  const href = new URL(${JSON.stringify(entryName)}, src).href;
  document.head.append(Object.assign(document.createElement('link'), {
    rel: 'modulepreload', crossOrigin: 'anonymous', nonce, integrity: ${JSON.stringify(integrity)}, href,
  }));
  import(href);
}`;

/**
 * Rollup output plugin: adds `<entry>.classic.js`, a script for pages that cannot use `type="module"`. It loads the
 * module with its hash, so both kinds of tag share one copy. Also adds `integrity.json` with the hashes of both files, for
 * the `integrity` attributes of script tags.
 *
 * Must come after every plugin that changes the entry.
 */
export function classicLoader() {
  return {
    name: 'classic-loader',
    async generateBundle(_options, bundle) {
      const entry = Object.values(bundle).find(({ isEntry }) => isEntry);
      const integrity = integrityOf(entry.code);
      const { code } = await minify(loaderSource(entry.fileName, integrity), { ecma: 2022 });
      const classicName = entry.fileName.replace(/\.js$/, '.classic.js');
      const hashes = { [entry.fileName]: integrity, [classicName]: integrityOf(code) };
      this.emitFile({ type: 'asset', fileName: classicName, source: code });
      this.emitFile({
        type: 'asset',
        fileName: 'integrity.json',
        source: `${JSON.stringify(hashes, null, 2)}\n`,
      });
    },
  };
}

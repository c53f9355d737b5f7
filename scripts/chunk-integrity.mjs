import { createHash } from 'node:crypto';

/** Hash of a file's text as the value of an `integrity` attribute, SHA-384 unless told otherwise. */
export const integrityOf = (text, algorithm = 'sha384') =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;

// Hashes do not compress, and these are part of the first paint: SHA-256 is as safe here and a third shorter.
const integrityOfChunk = (text) => integrityOf(text, 'sha256');

const HASH_LENGTH = integrityOfChunk('').length;

// As long as the hash that replaces it, so that columns in the source map stay right.
const placeholderOf = (fileName) => `sri:${fileName}:`.padEnd(HASH_LENGTH, '~');

// Runs in the visitor's browser. The hash on the entry's script tag does not cover what the entry imports; a preload with
// a hash does: the browser keeps one copy per URL, checked. The import waits for it, because a browser may forget a copy
// that failed, and would then fetch it unchecked. A failed URL is remembered by other browsers, so a new try needs a new
// URL. `nonce` lets the preload through a policy that only trusts nonces.
const IMPORT_CHUNK = `
const __chunks = {};
let __failures = 0;
const __importChunk = (name, integrity) => __chunks[name] ??= new Promise((resolve, reject) => {
  const href = new URL(name + (__failures ? '?' + __failures : ''), import.meta.url).href;
  document.head.append(Object.assign(document.createElement('link'), {
    rel: 'modulepreload',
    crossOrigin: 'anonymous',
    nonce: document.querySelector('script[nonce]')?.nonce ?? '',
    integrity,
    href,
    onload: () => resolve(import(href)),
    onerror: () => reject(Error(href)),
  }));
}).catch((error) => {
  __failures++;
  __chunks[name] = undefined;
  throw error;
});`;

/**
 * Rollup output plugin: turns each `import()` of the entry into one that is checked against the chunk's SHA-256, which
 * the entry carries. Fails the build when a chunk other than the entry imports a chunk dynamically.
 */
export function chunkIntegrity() {
  return {
    name: 'chunk-integrity',
    renderDynamicImport({ moduleId, targetModuleId, targetChunk }) {
      if (!targetModuleId || !targetChunk) this.error(`${moduleId} imports something unknown`);
      // Only the final name can be hashed, and it is known here because names carry no hashes.
      return {
        left: '__importChunk(',
        right: `, ${JSON.stringify(placeholderOf(targetChunk.fileName))})`,
      };
    },
    renderChunk(code, { isEntry, dynamicImports, fileName }) {
      if (!isEntry && dynamicImports.length > 0) {
        this.error(`${fileName} loads ${dynamicImports}; only the entry can check what it loads`);
      }
      return isEntry && dynamicImports.length > 0
        ? { code: `${IMPORT_CHUNK.trim().replace(/\n\s*/g, ' ')}${code}`, map: null }
        : null;
    },
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const entry = chunks.find(({ isEntry }) => isEntry);
      for (const fileName of entry.dynamicImports) {
        const placeholder = placeholderOf(fileName);
        if (!entry.code.includes(placeholder)) this.error(`no place for the hash of ${fileName}`);
        entry.code = entry.code.replace(placeholder, integrityOfChunk(bundle[fileName].code));
      }
    },
  };
}

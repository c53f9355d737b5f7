import { createHash } from 'node:crypto';

/** Hash of a file's text as the value of an `integrity` attribute, SHA-384 unless told otherwise. */
export const integrityOf = (text, algorithm = 'sha384') =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;

// Hashes do not compress, and these are part of the first paint: SHA-256 is as safe here and a third shorter.
const integrityOfChunk = (text) => integrityOf(text, 'sha256');

const HASH_LENGTH = integrityOfChunk('').length;

// As long as the hash that replaces it, so that columns in the source map stay right.
const placeholderOf = (fileName) => `sri:${fileName}:`.padEnd(HASH_LENGTH, '~');

// Runs in the visitor's browser, as a module of the entry. The hash on the entry's script tag does not cover what is
// imported later; a preload with a hash does: the browser keeps one copy per URL, checked. The import waits for it,
// because a browser may forget a copy that failed, and would then fetch it unchecked. A failed URL is remembered by other
// browsers, so a new try needs a new URL. `nonce` lets the preload through a policy that only trusts nonces.
// WebKit (2.50, Safari 26) checks no hash of a preload, and nothing in the page tells: there it is a script tag, which the
// import shares as well. A page that enforces trusted types refuses its address; then WebKit gets the preload, unchecked.
const IMPORT_CHUNK = `
const chunks = {};
const isWebkit = /^Apple/.test(navigator.vendor);
let failures = 0;
export const __importChunk = (name, integrity) => chunks[name] ??= new Promise((resolve, reject) => {
  const href = new URL(name + (failures ? '?' + failures : ''), import.meta.url).href;
  const add = (tag, attributes) => document.head.append(Object.assign(document.createElement(tag), {
    crossOrigin: 'anonymous',
    nonce: document.querySelector('script[nonce]')?.nonce ?? '',
    integrity,
    onload: () => resolve(import(href)),
    onerror: () => reject(Error(href)),
  }, attributes));
  const preload = () => add('link', { rel: 'modulepreload', href });
  if (!isWebkit) return preload();
  try {
    add('script', { type: 'module', src: href });
  } catch {
    preload();
  }
}).catch((error) => {
  failures++;
  chunks[name] = undefined;
  throw error;
});`;

const IMPORT_CHUNK_ID = '\0import-chunk';
const OWN_MODULE = /\/dist\/(?!.*node_modules)/;

/**
 * Rollup plugin: turns each `import()` of our modules into one that is checked against the chunk's SHA-256, which the
 * importing file carries. So the entry's own hash vouches for what it loads, and that for what it loads in turn.
 */
export function chunkIntegrity() {
  return {
    name: 'chunk-integrity',
    resolveId: (source) => (source === IMPORT_CHUNK_ID ? source : null),
    load: (id) => (id === IMPORT_CHUNK_ID ? IMPORT_CHUNK : null),
    transform(code, id) {
      if (!OWN_MODULE.test(id) || !/\bimport\(/.test(code)) return null;
      // On the first line and within lines, so that the source map stays right to the line.
      const wrapped = code.replace(/\bimport\((['"][^'"]+['"])\)/g, '__importChunk(import($1))');
      return {
        code: `import { __importChunk } from ${JSON.stringify(IMPORT_CHUNK_ID)}; ${wrapped}`,
        map: null,
      };
    },
    renderDynamicImport({ moduleId, targetModuleId, targetChunk }) {
      if (moduleId === IMPORT_CHUNK_ID) return null;
      if (!targetModuleId || !targetChunk) this.error(`${moduleId} imports something unknown`);
      // Only the final name can be hashed, and it is known here because names carry no hashes.
      return { left: '', right: `, ${JSON.stringify(placeholderOf(targetChunk.fileName))}` };
    },
    generateBundle(_options, bundle) {
      const finished = new Set();
      // A file is hashed once its own hashes are in.
      const finish = (fileName) => {
        const chunk = bundle[fileName];
        if (finished.has(fileName)) return;
        finished.add(fileName);
        for (const loaded of chunk.dynamicImports) {
          finish(loaded);
          const placeholder = placeholderOf(loaded);
          if (!chunk.code.includes(placeholder)) this.error(`no place for the hash of ${loaded}`);
          chunk.code = chunk.code.replace(placeholder, integrityOfChunk(bundle[loaded].code));
        }
      };
      for (const { type, fileName } of Object.values(bundle))
        if (type === 'chunk') finish(fileName);
    },
  };
}

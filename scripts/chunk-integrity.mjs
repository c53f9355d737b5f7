import { createHash } from 'node:crypto';

/** Hashes the text of a file, as the value of an `integrity` attribute; SHA-384 by default. */
export const integrityOf = (text, algorithm = 'sha384') =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;

// Hashes do not compress, and these delay the first paint: SHA-256 is as safe here and a third shorter.
const integrityOfChunk = (text) => integrityOf(text, 'sha256');

const HASH_LENGTH = integrityOfChunk('').length;

// Same length as the hash that replaces it, so that columns in the source map stay correct.
const placeholderOf = (fileName) => `sri:${fileName}:`.padEnd(HASH_LENGTH, '~');

// Runs in the visitor's browser, as a module of the entry. The hash on the entry's script tag does not cover later imports;
// a preload with a hash does, because the browser keeps one checked copy per URL. The import waits for the preload: some
// browsers drop a copy that failed and would fetch it again unchecked. Others remember a failed URL, so each retry needs a
// new URL. `nonce` allows the preload in a policy that only trusts nonces. WebKit (2.50, Safari 26) does not check the hash
// of a preload, and a page cannot detect that. WebKit therefore gets a script tag, whose copy the import shares too. A page
// that enforces trusted types refuses the tag's URL; WebKit then gets the preload, unchecked.
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
 * Rollup plugin: makes each `import()` in this package check the chunk against its SHA-256, which the importing file
 * contains. The hash of the entry therefore covers all chunks, directly or through other chunks.
 */
export function chunkIntegrity() {
  return {
    name: 'chunk-integrity',
    resolveId: (source) => (source === IMPORT_CHUNK_ID ? source : null),
    load: (id) => (id === IMPORT_CHUNK_ID ? IMPORT_CHUNK : null),
    transform(code, id) {
      if (!OWN_MODULE.test(id) || !/\bimport\(/.test(code)) return null;
      // Adds no line, so that lines in the source map stay correct.
      const wrapped = code.replace(/\bimport\((['"][^'"]+['"])\)/g, '__importChunk(import($1))');
      return {
        code: `import { __importChunk } from ${JSON.stringify(IMPORT_CHUNK_ID)}; ${wrapped}`,
        map: null,
      };
    },
    renderDynamicImport({ moduleId, targetModuleId, targetChunk }) {
      if (moduleId === IMPORT_CHUNK_ID) return null;
      if (!targetModuleId || !targetChunk) this.error(`${moduleId} imports something unknown`);
      // The final file name is known here because chunk names contain no hashes.
      return { left: '', right: `, ${JSON.stringify(placeholderOf(targetChunk.fileName))}` };
    },
    generateBundle(_options, bundle) {
      const finished = new Set();
      // Hash a file only after the hashes of the files it loads are in it.
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

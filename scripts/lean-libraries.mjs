/**
 * Parts of libraries that nothing of ours can reach and that no bundler can tell: what the CDN files have in their
 * place. The npm build has the libraries as they are. Each part is here because of a promise that our only caller keeps.
 */
const PARTS = [
  {
    // `client/http.ts` calls ky with a URL, `fetch`, no time-out, and a whole retry rule whose `shouldRetry` always
    // decides: no defaults and nothing to merge, no hooks, shortcuts, search parameters, progress or forced retries.
    library: 'ky/distribution',
    modules: {
      'core/constants.js': `
        export const supportsAbortController = true;
        export const supportsAbortSignal = typeof AbortSignal.any === 'function';
        export const supportsFormData = false;
        export const supportsResponseStreams = false;
        export const supportsRequestStreams = false;
        export const requestMethods = [];
        export const responseTypes = {};
        export const maxSafeTimeout = 2147483647;
        export class RetryMarker {}
        export const stop = undefined;
        export const retry = undefined;`,
      'errors/ForceRetryError.js': `export class ForceRetryError {}`,
      'errors/TimeoutError.js': `export class TimeoutError {}`,
      'utils/body.js': `
        export const streamRequest = undefined;
        export const streamResponse = undefined;`,
      'utils/merge.js': `
        export const validateAndMerge = (defaults, options) => options;
        export const mergeHeaders = (defaults, headers) => new Headers(headers);
        export const mergeHooks = (hooks) => hooks;`,
      'utils/normalize.js': `
        export const normalizeRequestMethod = (method) => method;
        export const normalizeRetryOptions = (retry) => retry;`,
      'utils/options.js': `
        export const findUnknownOptions = () => ({});
        export const hasSearchParameters = () => false;`,
      'utils/timeout.js': `export default undefined;`,
    },
  },
  {
    // Chart.js computes colours for two ends: animations, which `chart/trend-chart.ts` turns off, and colours under the
    // pointer where none are given; they stay as they are.
    library: '@kurkle/color/dist',
    modules: {
      'color.esm.js': `
        export class Color {
          constructor(text) { this.text = text; }
          saturate() { return this; }
          darken() { return this; }
          hexString() { return this.text; }
        }`,
    },
  },
];

const REPLACEMENTS = PARTS.flatMap(({ library, modules }) =>
  Object.entries(modules).map(([path, code]) => [`/node_modules/${library}/${path}`, code]),
);

/**
 * Statements of Lit that answer to someone who is not here: polyfills of browsers without shadow roots, hydration of
 * server-rendered templates, development tools, decorators (our properties are data), and types of properties that ours
 * do not have.
 */
const CUTS = {
  // What follows from the same promises of `client/http.ts`; each pair is cut from the first text up to the second.
  'ky/distribution/core/Ky.js': [
    [
      'for (const hook of ky.#options.hooks.afterResponse)',
      'ky.#decorateResponse(response);\n            if (!response.ok',
    ],
    [
      'for (const hook of ky.#options.hooks.beforeError)',
      'throw error;\n            }\n            // If `onDownload',
    ],
    ['if (ky.#options.onDownloadProgress)', 'return response;\n        };'],
    [
      'for (const [type, mimeType]',
      'return result;\n    }\n    // eslint-disable-next-line unicorn',
    ],
    ['if (hasSearchParameters(', '// If `onUploadProgress`'],
    ['if (this.#options.prefixUrl && typeof', 'if (supportsAbortController'],
    ['if (this.#options.json', 'this.request = new globalThis.Request(this.#input'],
    ['if (this.#options.onUploadProgress) {', '}\n    #calculateDelay'],
    ['static #normalizeSearchParams', 'request;\n    #abortController'],
    [
      'if (error instanceof ForceRetryError && error.customRequest)',
      'for (const hook of this.#options.hooks.beforeRetry',
    ],
    ['// Default timeout behavior', 'return this.#calculateDelay();\n    }\n    #decorate'],
    ['for (const hook of this.#options.hooks.beforeRetry)', 'return this.#retry(function_);'],
    ['for (const hook of this.#options.hooks.beforeRequest)', 'const nonRequestOptions'],
  ],
  '@lit/reactive-element/reactive-element.js': [
    'p=a.reactiveElementPolyfillSupport,',
    ',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")',
    'Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;',
    'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
    'static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}',
    'void 0!==t.l&&(this.l=[...t.l]),',
    ',this.constructor.l?.forEach(t=>t(this))',
    ';break;case Object:case Array:t=null==t?t:JSON.stringify(t)',
    ';break;case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}',
  ],
  'lit-html/lit-html.js': [
    ',B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3")',
  ],
  'lit-element/lit-element.js': [
    ',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i})',
    '(s.litElementVersions??=[]).push("4.2.2");',
  ],
};

const found = (id, ending) => id.replaceAll('\\', '/').endsWith(ending);

/** Rollup plugin: leaves out {@link PARTS} and {@link CUTS}. Fails the build when a library no longer has one of them. */
export function leanLibraries() {
  const met = new Set();
  return {
    name: 'lean-libraries',
    load(id) {
      const part = REPLACEMENTS.find(([ending]) => found(id, ending));
      if (!part) return null;
      met.add(part[0]);
      return part[1];
    },
    transform(code, id) {
      const file = Object.keys(CUTS).find((ending) => found(id, `/node_modules/${ending}`));
      if (!file) return null;
      met.add(file);
      let output = code;
      for (const cut of CUTS[file]) {
        const [from, upTo = ''] = [cut].flat();
        const start = output.indexOf(from);
        const end = output.indexOf(upTo, start + from.length);
        if (start < 0 || end < 0) this.error(`${file} no longer has: ${from} … ${upTo}`);
        output = output.slice(0, start) + output.slice(end);
      }
      return { code: output, map: null };
    },
    buildEnd(error) {
      const missing = [...REPLACEMENTS.map(([ending]) => ending), ...Object.keys(CUTS)].filter(
        (file) => !met.has(file),
      );
      if (!error && missing.length > 0) this.error(`not loaded any more: ${missing.join(', ')}`);
    },
  };
}

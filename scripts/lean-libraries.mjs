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

/** Rollup plugin: leaves out {@link PARTS}. Fails the build when a library no longer has one of them. */
export function leanLibraries() {
  const met = new Set();
  return {
    name: 'lean-libraries',
    load(id) {
      const found = REPLACEMENTS.find(([ending]) => id.replaceAll('\\', '/').endsWith(ending));
      if (!found) return null;
      met.add(found[0]);
      return found[1];
    },
    buildEnd(error) {
      const missing = REPLACEMENTS.map(([ending]) => ending).filter((ending) => !met.has(ending));
      if (!error && missing.length > 0) this.error(`not loaded any more: ${missing.join(', ')}`);
    },
  };
}

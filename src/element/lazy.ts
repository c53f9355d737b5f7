/**
 * Everything of the element that is loaded after the first paint, in one place: each function becomes a chunk of the
 * CDN build, and a separate module for npm consumers' bundlers.
 */

/** Polling, push, reports, and everything below the sparkline. */
export const loadLive = () => import('./live-chunk.js');

/** The interactive chart. */
export const loadTrend = () => import('../chart/index.js');

/** Formats of vendors' status pages. */
export const loadSources = () => import('../sources/browser.js');

/** Languages besides English, by primary subtag. */
export const languageLoaders = {
  ar: () => import('../i18n/ar.js').then((module) => module.ar),
};

/**
 * Files that load during or right after the first paint; `live/lazy.ts` has the rest. Each function becomes a chunk
 * of the CDN build, and a separate module for npm consumers' bundlers.
 */

/** Polling, push, reports, and everything below the sparkline except the other panels. */
export const loadLive = () => import('./live-chunk.js');

/** Languages besides English, by primary subtag. */
export const languageLoaders = {
  ar: () => import('../i18n/ar.js').then((module) => module.ar),
};

/** What is loaded when a visitor reaches for it; apart from `../lazy.ts` so that the first paint carries none of it. */

/** Trend, guide, incidents and related services. */
export const loadPanels = () => import('./panels.js');

/** The interactive chart. */
export const loadTrend = () => import('../../chart/index.js');

/** Files that load when a visitor needs them; not in `../lazy.ts`, so that the first paint contains none of this. */

/** Trend, guide, incidents and related services. */
export const loadPanels = () => import('./panels.js');

/** The interactive chart. */
export const loadTrend = () => import('../../chart/index.js');

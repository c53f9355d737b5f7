/** Loads the element itself, after the first paint. */
export const loadElement = () => import('./element/outage-status-element.js');

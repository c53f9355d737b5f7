/** The element itself: comes behind the first paint. */
export const loadElement = () => import('./element/outage-status-element.js');

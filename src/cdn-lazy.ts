/** Loads the element itself, after the first paint. */
export const loadElement = () => import('./cdn-element.js');

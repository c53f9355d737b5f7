/** The formats of vendors' status pages, for a document that is not a feed. Bundlers make a file of their own of it. */
export const loadSources = () => import('../sources/browser.js');

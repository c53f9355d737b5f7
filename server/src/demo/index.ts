import type { Hono } from 'hono';
import { mountStateFeeds } from './state-feeds.js';
import { mountStaticPages } from './static-pages.js';
import { mountVendorPage } from './vendor-page.js';

export { applyDemoCatalog } from './demo-catalog.js';
export { seedDemoHistory } from './seed-history.js';

/** The demo's needs of the server. */
export interface DemoContext {
  /** Folder with the demo pages. */
  readonly demoFolder: string;
  /** The server's address for visitors, without a trailing slash. */
  readonly publicUrl: string;
  readonly log: { info(message: string): void };
}

/**
 * Adds the routes of demo mode: the pages under `/demo/`, the feeds of the gallery of states, and the stand-in for a vendor's
 * status page. `/` redirects to `/demo/`.
 *
 * @param app The server's app, which gets further routes.
 */
export function mountDemo(app: Hono, context: DemoContext): void {
  app.get('/', (request) => request.redirect('/demo/'));
  app.get('/demo', (request) => request.redirect('/demo/'));
  mountVendorPage(app, context);
  mountStateFeeds(app, context.demoFolder);
  // Last: its route matches every other address under /demo/.
  mountStaticPages(app, context.demoFolder);
}

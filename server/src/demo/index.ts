import type { Hono } from 'hono';
import { mountStateFeeds } from './state-feeds.js';
import { mountStaticPages } from './static-pages.js';
import { mountVendorPage } from './vendor-page.js';

export { applyDemoCatalog } from './demo-catalog.js';
export { seedDemoHistory } from './seed-history.js';

/** What the demo needs of the server around it. */
export interface DemoContext {
  /** Folder with the demo pages. */
  readonly demoFolder: string;
  /** How visitors reach the server, without a slash at the end. */
  readonly publicUrl: string;
  readonly log: { info(message: string): void };
}

/**
 * Adds everything that exists in demo mode only: the pages under `/demo/`, the feeds of the gallery of states, and the
 * stand-in of a vendor's status page. `/` leads to `/demo/`.
 *
 * @param app The server's app; routes are added, none is changed.
 */
export function mountDemo(app: Hono, context: DemoContext): void {
  app.get('/', (request) => request.redirect('/demo/'));
  app.get('/demo', (request) => request.redirect('/demo/'));
  mountVendorPage(app, context);
  mountStateFeeds(app, context.demoFolder);
  // Last: its route takes everything under /demo/ that is left.
  mountStaticPages(app, context.demoFolder);
}

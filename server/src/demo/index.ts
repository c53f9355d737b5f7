import type { Hono } from 'hono';
import { mountStateFeeds } from './state-feeds.js';
import { mountStaticPages } from './static-pages.js';
import { mountVendorPage } from './vendor-page.js';

export { applyDemoCatalog } from './demo-catalog.js';
export { seedDemoHistory } from './seed-history.js';

/** The documents' pages and their examples, which frame each other, use files of this server alone. */
const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** The demo's needs of the server. */
export interface DemoContext {
  /** Folder with the demo pages. */
  readonly demoFolder: string;
  /** Folder with the documentation site; may be missing, as it is built apart. */
  readonly docsFolder: string;
  /** Path at which a proxy serves the server, e.g. `/status`; empty for none. */
  readonly pathPrefix: string;
  /** The server's address for visitors, without a trailing slash. */
  readonly publicUrl: string;
  readonly log: { info(message: string): void };
}

/**
 * Adds the routes of demo mode: the pages under `/demo/`, the feeds of the gallery of states, the stand-in for a vendor's status
 * page, and the documentation site under `/docs/`. `/` redirects to `/demo/`.
 *
 * @param app The server's app, which gets further routes.
 */
export function mountDemo(app: Hono, context: DemoContext): void {
  const redirect = (from: string, to: string) =>
    app.get(from, (request) => request.redirect(context.pathPrefix + to));
  redirect('/', '/demo/');
  redirect('/demo', '/demo/');
  redirect('/docs', '/docs/');
  mountVendorPage(app, context);
  mountStateFeeds(app, context.demoFolder);
  // Last: its route matches every other address under /demo/.
  mountStaticPages(app, {
    path: '/demo',
    folder: context.demoFolder,
    policy: "frame-ancestors 'self'",
    missing: 'There is no such demo page.',
  });
  mountStaticPages(app, {
    path: '/docs',
    folder: context.docsFolder,
    policy: DOCS_POLICY,
    withoutEnding: true,
    missing: 'There is no such document. If there is none at all: npm run docs:site builds them.',
  });
}

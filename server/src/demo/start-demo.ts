import { existsSync } from 'node:fs';
import type { Hono } from 'hono';
import type { CatalogService } from '../catalog/load-catalog.js';
import type { Clock } from '../lib/clock.js';
import { DEMO_FOLDER } from '../lib/package-paths.js';
import { StartError } from '../lib/start-error.js';
import type { HistoryStore } from '../feed/history-store.js';
import { applyDemoCatalog, mountDemo, seedDemoHistory } from './index.js';

/** What the demo changes, and what it is told. */
export interface DemoStart {
  /** The demo's own version of a service replaces the catalogue's. */
  readonly catalog: Map<string, CatalogService>;
  readonly history: HistoryStore;
  readonly now: Clock;
  readonly log: { info(message: string): void };
  /** How the server reaches itself. */
  readonly localUrl: string;
  /** How visitors reach it. */
  readonly publicUrl: string;
  readonly pathPrefix: string;
}

/**
 * Adds the demo to an app that has not answered yet, and gives an empty store a past.
 *
 * @throws {StartError} When the demo pages are not installed.
 */
export async function startDemo(app: Hono, demo: DemoStart): Promise<void> {
  const { catalog, history, localUrl, publicUrl, pathPrefix, log } = demo;
  if (!existsSync(DEMO_FOLDER)) {
    throw new StartError(
      'DEMO: the demo pages are only in a clone of the project, not in the installed package.',
    );
  }
  for (const [id, service] of applyDemoCatalog(catalog, localUrl)) catalog.set(id, service);
  // Before the demo's own routes, which do not know of a path prefix.
  app.get('/', (context) => context.redirect(`${pathPrefix}/demo/`));
  app.get('/demo', (context) => context.redirect(`${pathPrefix}/demo/`));
  mountDemo(app, { demoFolder: DEMO_FOLDER, publicUrl, log });
  await seedDemoHistory(history, catalog, demo.now());
}

import { existsSync } from 'node:fs';
import type { Hono } from 'hono';
import type { CatalogService } from '../catalog/load-catalog.js';
import type { Clock } from '../lib/clock.js';
import { DEMO_FOLDER, DOCS_FOLDER } from '../lib/package-paths.js';
import { StartError } from '../lib/start-error.js';
import type { HistoryStore } from '../feed/history-store.js';
import { applyDemoCatalog, mountDemo, seedDemoHistory } from './index.js';

/** The parts that the demo changes or uses. */
export interface DemoStart {
  /** Changed: the demo's own version of a service replaces the catalogue's. */
  readonly catalog: Map<string, CatalogService>;
  readonly history: HistoryStore;
  readonly now: Clock;
  readonly log: { info(message: string): void };
  /** The server's address on this machine. */
  readonly localUrl: string;
  /** The server's address for visitors. */
  readonly publicUrl: string;
  readonly pathPrefix: string;
}

/**
 * Adds the demo to an app that has not served a request yet, and seeds an empty store with history.
 *
 * @throws {StartError} If the demo pages are not installed.
 */
export async function startDemo(app: Hono, demo: DemoStart): Promise<void> {
  const { catalog, history, localUrl, publicUrl, pathPrefix, log } = demo;
  if (!existsSync(DEMO_FOLDER)) {
    throw new StartError(
      'DEMO: the installed package has no demo pages; start the demo in a clone of the project.',
    );
  }
  for (const [id, service] of applyDemoCatalog(catalog, localUrl)) catalog.set(id, service);
  mountDemo(app, { demoFolder: DEMO_FOLDER, docsFolder: DOCS_FOLDER, pathPrefix, publicUrl, log });
  await seedDemoHistory(history, catalog, demo.now());
}

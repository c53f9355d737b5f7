import type { TestContext } from 'node:test';
import type { Status } from 'outage-status/feed';
import type { Log } from '../../src/lib/log.js';
import { readSettings } from '../../src/settings/read-settings.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store-of.js';
import { makeCatalog, makeService } from './test-catalog.js';
import { makeFolder, startServer, type TestServer } from './test-server.js';

/** A server that notifies, and the store behind it. */
export interface NotifyHost extends TestServer {
  readonly store: Store;
  /** Everything that was logged, as text. */
  readonly logged: () => string;
  readonly decide: (status: Status, atMs?: number) => Promise<void>;
  /** Sends a form as a browser does from this server's page; `network` is the visitor's address. */
  readonly submit: (
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ) => Promise<Response>;
}

/** Writes a decision by hand; no detector decides after it. */
export async function decide(
  store: Store,
  status: Status,
  atMs = Date.now(),
  serviceId = 'kik',
): Promise<void> {
  const revision = (await store.decisions.readDecision(serviceId))?.revision ?? 0;
  await store.decisions.writeDecision(
    { serviceId, status, sinceMs: atMs, memory: '', revision },
    revision,
  );
}

/** A log that keeps everything. */
export function makeLog(): { log: Log; logged: () => string } {
  const lines: string[] = [];
  const write = (...parts: unknown[]): void => {
    lines.push(
      parts
        .map((part) =>
          JSON.stringify(part, (_key, value: unknown) =>
            value instanceof Error ? String(value.stack) : value,
          ),
        )
        .join(' '),
    );
  };
  const log: Log = { debug: write, info: write, warn: write, error: write };
  return { log, logged: () => lines.join('\n') };
}

/** Starts a real server whose decisions are the test's. */
export async function startNotifyHost(
  test: TestContext,
  environment: Record<string, string>,
): Promise<NotifyHost> {
  const store = await openStore(readSettings({ DATA_DIR: await makeFolder(test) }));
  const { log, logged } = makeLog();
  const catalog = makeCatalog(makeService(), makeService({ id: 'discord', name: 'Discord & Co' }));
  const host = await startServer(
    test,
    { TICK_SECONDS: '300', ...environment },
    { store, catalog, log },
  );
  test.after(() => store.close());
  return {
    ...host,
    store,
    logged,
    decide: (status, atMs) => decide(store, status, atMs),
    submit: (path, fields, headers = {}) =>
      fetch(host.url + path, {
        method: 'POST',
        headers: {
          Origin: host.url,
          'Sec-Fetch-Site': 'same-origin',
          'Content-Type': 'application/x-www-form-urlencoded',
          ...headers,
        },
        body: new URLSearchParams(fields).toString(),
      }),
  };
}

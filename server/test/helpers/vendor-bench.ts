import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import type { Official } from 'outage-status/feed';
import type { CatalogService } from '../../src/catalog/load-catalog.js';
import { AddressRule } from '../../src/lib/address-rule.js';
import { createGuardedFetch } from '../../src/official/guarded-fetch.js';
import { OfficialPoller } from '../../src/official/poller.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store-of.js';
import { makeService } from './test-catalog.js';
import { makeFolder } from './test-server.js';

export const START_MS = Date.UTC(2026, 10, 22, 9);
export const MINUTE_MS = 60_000;
export const PAGE_URL = 'https://status.vendor.example/';

/** What a vendor's server answers; a text is JSON with status 200. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

export interface Bench {
  readonly store: Store;
  readonly seen: IncomingMessage[];
  readonly outcomes: string[];
  readonly lines: string[];
  /** Polls all pages by themselves, as a server does. */
  start(): void;
  /** Polls every page once, then lets `thenMs` pass; a minute by default. */
  poll(thenMs?: number): Promise<void>;
  official(serviceId?: string): Promise<Official | undefined>;
}

/**
 * A poller that watches a real server on this machine.
 *
 * @param answer What the server answers to a path.
 * @param services Made from the server's address.
 */
export const setUp = async (
  t: TestContext,
  answer: (path: string) => Answer,
  services: (origin: string) => CatalogService[],
  networks = ['127.0.0.1/32'],
): Promise<Bench> => {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    const { status = 200, headers = {}, body = '' } = answer(request.url ?? '');
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const store = await openStore({ dataDir: await makeFolder(t) });
  t.after(() => store.close());
  const rule = new AddressRule(networks);
  const outcomes: string[] = [];
  const lines: string[] = [];
  const write = (...parameters: unknown[]): void => void lines.push(String(parameters.at(-1)));
  let nowMs = START_MS;
  const poller = new OfficialPoller(
    {
      store: store.official,
      rule,
      fetch: createGuardedFetch(rule),
      now: () => nowMs,
      pollSeconds: 60,
      log: { info: write, warn: write },
      observe: (outcome) => outcomes.push(outcome),
      onRead: () => Promise.resolve(),
    },
    services(origin),
  );
  t.after(() => poller.close());
  return {
    store,
    seen,
    outcomes,
    lines,
    start: () => poller.start(),
    poll: async (thenMs = MINUTE_MS) => {
      await poller.pollOnce();
      nowMs += thenMs;
    },
    official: (serviceId = 'kik') => store.official.readOfficial(serviceId),
  };
};

export const watching =
  (official: Partial<NonNullable<CatalogService['official']>> = {}, path = '/summary.json') =>
  (origin: string): CatalogService[] => [
    makeService({ official: { page: PAGE_URL, feed: `${origin}${path}`, ...official } }),
  ];

export const incident = (id: string, changes: object = {}): object => ({
  id,
  name: `Incident ${id}`,
  status: 'investigating',
  impact: 'major',
  created_at: '2026-11-22T08:30:00Z',
  incident_updates: [],
  ...changes,
});

export const summary = (indicator: string, incidents: readonly object[] = []): string =>
  JSON.stringify({
    page: { id: 'x', name: 'Vendor', url: 'https://elsewhere.example' },
    status: { indicator, description: 'x' },
    components: [{ id: 'c', name: 'API', status: 'operational' }],
    incidents,
    scheduled_maintenances: [],
  });

import type { TestContext } from 'node:test';
import { STATUSES, type Status } from 'outage-status/feed';
import { readSettings } from '../../src/settings/read-settings.js';
import { openStore } from '../../src/store/open-store.js';
import { makeCatalog, makeService } from './test-catalog.js';
import { makeFolder, startServer, type TestServer } from './test-server.js';

/** The id of the service that is in a state: `partial-outage`; for `unknown` there is no service. */
export const idOf = (status: Status): string => status.replaceAll('_', '-');

/** Names that break careless renderings; the ids of their services are `hostile-0` and on. */
export const HOSTILE_NAMES = [
  '<script>alert(1)</script>',
  `"quoted" & 'single' </title><img src=x onerror=alert(1)>`,
  'x'.repeat(80),
  'خدمة (تجريبية) رقم 1',
  '🔥 Fire 🎉 日本語',
  'bidi \u202E override \u0007 bell \u{D800} half',
] as const;

/** Every service that {@link startStateServer} has. */
const catalog = makeCatalog(
  ...STATUSES.filter((status) => status !== 'unknown').map((status) =>
    makeService({ id: idOf(status), name: `Name of ${idOf(status)}`, related: ['operational'] }),
  ),
  ...HOSTILE_NAMES.map((name, index) => makeService({ id: `hostile-${index}`, name })),
);

/**
 * Starts a real server that has a service in every state, told by a vendor's page, and services with hostile names.
 *
 * @param nowMs The time at the server, which stands still.
 */
export async function startStateServer(test: TestContext, nowMs: number): Promise<TestServer> {
  const store = await openStore(readSettings({ DATA_DIR: await makeFolder(test) }));
  const checkedAt = new Date(nowMs - 30_000).toISOString();
  const startedAt = new Date(nowMs - 25 * 60_000).toISOString();
  for (const status of STATUSES) {
    if (status === 'unknown') continue;
    const incident = {
      id: 'open-one',
      title: 'Something is <b>wrong</b>',
      status: 'investigating' as const,
      impact: 'major' as const,
      startedAt,
      endedAt: null,
      source: 'official' as const,
      url: 'https://status.example/incidents/1',
    };
    await store.official.writeOfficial(idOf(status), {
      status,
      url: 'https://status.example/',
      checkedAt,
      incidents: status === 'operational' || status === 'under_maintenance' ? [] : [incident],
    });
  }
  const server = await startServer(test, {}, { store, catalog, now: () => nowMs });
  test.after(() => store.close());
  return server;
}

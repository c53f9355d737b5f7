import assert from 'node:assert/strict';
import { after, before, describe, test, type TestContext } from 'node:test';
import { Client } from 'pg';
import { readEvents, type EventReader } from '../helpers/event-reader.js';
import {
  findPostgresBinaries,
  startPostgresCluster,
  type PostgresCluster,
} from '../helpers/postgres-cluster.js';
import {
  countReports,
  postReport,
  startProcess,
  type ServerProcess,
} from '../helpers/server-process.js';
import { waitFor } from '../helpers/test-server.js';

const REPORTS = 80;
const RANK = ['operational', 'degraded_performance', 'partial_outage', 'major_outage'];

interface Machines {
  readonly servers: readonly ServerProcess[];
  readonly end: () => Promise<unknown>;
  readonly query: <Row>(sql: string, ...values: unknown[]) => Promise<Row[]>;
}

/** Starts servers on one new database. The caller ends them. */
async function startMachines(cluster: PostgresCluster, count: number): Promise<Machines> {
  const databaseUrl = await cluster.createDatabase();
  const servers = await Promise.all(
    Array.from({ length: count }, () =>
      startProcess({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'info', TICK_SECONDS: '1' }),
    ),
  );
  return {
    servers,
    end: () => Promise.all(servers.map((server) => server.end('SIGKILL'))),
    query: async <Row>(sql: string, ...values: unknown[]) => {
      const client = new Client({ connectionString: databaseUrl });
      await client.connect();
      try {
        return (await client.query(sql, values)).rows as Row[];
      } finally {
        await client.end();
      }
    },
  };
}

const watchAll = (
  t: TestContext,
  servers: readonly ServerProcess[],
  service: string,
  each: number,
): Promise<EventReader[]> =>
  Promise.all(
    servers.flatMap(({ url }) =>
      Array.from({ length: each }, () => readEvents(t, `${url}/v1/services/${service}/events`)),
    ),
  );

const categoriesOf = async (url: string, service: string): Promise<string[]> => {
  const answer = await fetch(`${url}/v1/services/${service}/status.json`);
  const feed = (await answer.json()) as { community: { categories: { id: string }[] } };
  return feed.community.categories.map(({ id }) => id);
};

/** Sends one report per visitor, in turns to every server. Returns the keys that were acknowledged. */
const reportTo = async (
  servers: readonly ServerProcess[],
  service: string,
  firstVisitor: number,
  count = REPORTS,
): Promise<string[]> => {
  const categories = await categoriesOf(servers[0]?.url ?? '', service);
  const keys = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const visitor = firstVisitor + index;
      const key = `report-${visitor}`;
      const category = categories[index % categories.length] ?? '';
      const url = servers[index % servers.length]?.url ?? '';
      const outcome = await postReport(url, { service, category, key, visitor }).catch(
        () => 'lost',
      );
      return outcome === 'counted' ? key : undefined;
    }),
  );
  return keys.filter((key) => key !== undefined);
};

/** Every status that a watcher heard, in order, repetitions left out. */
const statusesOf = (events: EventReader): string[] =>
  events
    .text()
    .split('\n\n')
    .slice(0, -1)
    .flatMap((frame) => /^data: (.*)$/m.exec(frame)?.[1] ?? [])
    .map((data) => (JSON.parse(data) as { status: string }).status)
    .filter((status, index, all) => status !== all[index - 1]);

const hear = (watchers: readonly EventReader[], status: string): Promise<unknown> =>
  Promise.all(watchers.map((watcher) => watcher.waitForFeed((feed) => feed.status === status)));

const loggedChanges = (servers: readonly ServerProcess[]): number =>
  servers.reduce((sum, { errors }) => sum + (errors().match(/"status changed"/g)?.length ?? 0), 0);

function describeMachines(binaries: string): void {
  let cluster: PostgresCluster;
  const machines = new Map<number, Machines>();
  const machinesOf = (count: number): Machines => {
    const found = machines.get(count);
    assert.ok(found, 'not started');
    return found;
  };
  before(async () => {
    cluster = await startPostgresCluster(binaries);
    for (const count of [2, 4]) machines.set(count, await startMachines(cluster, count));
  });
  after(async () => {
    for (const started of machines.values()) await started.end();
    await cluster.remove();
  });

  // One after the other on the same machines, each on a service of its own.
  for (const count of [2, 4]) {
    test(`decide each change once, and every watcher of each hears it once (${count} machines)`, async (t) => {
      const { servers, query } = machinesOf(count);
      const watchers = await watchAll(t, servers, 'kik', 3);
      await reportTo(servers, 'kik', 1);
      await hear(watchers, 'major_outage');

      const changes = await query<{ from_status: string; to_status: string }>(
        `select from_status, to_status from changes where service_id = 'kik' order by revision`,
      );
      assert.equal(changes.at(-1)?.to_status, 'major_outage');
      // A chain: each begins where the one before ended, and none is stored twice.
      for (const [index, change] of changes.entries()) {
        assert.equal(change.from_status, changes[index - 1]?.to_status ?? 'unknown');
      }
      // A service without a decision counts as calm already.
      const news = changes.filter(
        ({ from_status: from, to_status: to }) => `${from} ${to}` !== 'unknown operational',
      );
      const logged = loggedChanges(servers);
      assert.ok(logged >= 1 && logged <= news.length, `${logged} of ${news.length} changes logged`);
      for (const watcher of watchers) {
        const heard = statusesOf(watcher).map((status) => RANK.indexOf(status));
        assert.deepEqual(
          heard,
          [...new Set(heard)].toSorted((left, right) => left - right),
          'a status was heard twice',
        );
        assert.equal(heard.at(-1), RANK.indexOf('major_outage'));
      }
      for (const { url } of servers) assert.equal(await countReports(url), REPORTS);
    });
  }

  test('keep what a killed machine acknowledged, and the others go on', async (t) => {
    const { servers, query } = machinesOf(2);
    const [doomed, survivor] = servers as [ServerProcess, ServerProcess];
    const watchers = await watchAll(t, [survivor], 'discord', 2);
    const acknowledged: string[] = [];
    const sendBatch = async (batch: number): Promise<void> => {
      acknowledged.push(...(await reportTo([survivor, doomed], 'discord', 1000 * batch, 40)));
    };
    const first = [0, 1, 2, 3, 4, 5].map(sendBatch);
    await first[0];
    // Some of these reach it, some do not any more.
    const last = [6, 7, 8, 9, 10, 11].map(sendBatch);
    await doomed.end('SIGKILL');
    await Promise.all([...first, ...last]);
    assert.ok(acknowledged.length < 12 * 40, 'the kill did not interrupt anything');
    await hear(watchers, 'major_outage');
    const rows = await query<{ idempotency_key: string }>(
      `select idempotency_key from reports where outcome = 'counted' and service_id = 'discord'`,
    );
    const stored = new Set(rows.map(({ idempotency_key: key }) => key));
    assert.deepEqual(
      acknowledged.filter((key) => !stored.has(key)),
      [],
    );
    assert.equal(await countReports(survivor.url, 'discord'), stored.size);
  });

  test('listen again after the connection is cut, and announce the changes in between', async (t) => {
    const { servers, query } = machinesOf(4);
    const [left, right] = servers as [ServerProcess, ServerProcess];
    const watchers = await watchAll(t, [right], 'whatsapp', 2);
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen%'`;
    assert.equal((await query(cut)).length, 4);
    await reportTo([left], 'whatsapp', 1);
    await hear(watchers, 'major_outage');
    await waitFor('all to listen again', async () =>
      (await query(cut.replace('pg_terminate_backend(pid)', 'pid'))).length === 4
        ? true
        : undefined,
    );
    // By a notification again, and not by the round of a tick alone.
    const more = await watchAll(t, [right], 'discord', 1);
    await reportTo([left], 'discord', 500);
    await hear(more, 'major_outage');
  });

  test('lose nothing acknowledged when the database restarts under load, and watchers hear the next change', async (t) => {
    const { servers, query } = machinesOf(4);
    const watchers = await watchAll(t, servers, 'github', 1);
    const acknowledged = await reportTo(servers, 'github', 1, 20);
    assert.equal(acknowledged.length, 20);
    const stopping = cluster.stop();
    acknowledged.push(...(await reportTo(servers, 'github', 100, 40).catch(() => [])));
    await stopping;
    for (const { url } of servers) {
      assert.equal((await fetch(`${url}/v1/health`)).status, 503);
      // The feed of before tells its own age.
      assert.equal((await fetch(`${url}/v1/services/github/status.json`)).status, 200);
    }
    await cluster.start();
    for (const [index, server] of servers.entries()) {
      const again = await waitFor('reports to be taken again', async () => {
        const [key] = await reportTo([server], 'github', 500 + index, 1);
        return key;
      });
      acknowledged.push(again);
      assert.equal((await fetch(`${server.url}/v1/health`)).status, 200);
    }
    acknowledged.push(...(await reportTo(servers, 'github', 1000)));
    await hear(watchers, 'major_outage');
    const rows = await query<{ idempotency_key: string }>('select idempotency_key from reports');
    const stored = new Set(rows.map(({ idempotency_key: key }) => key));
    assert.deepEqual(
      acknowledged.filter((key) => !stored.has(key)),
      [],
    );
  });

  test('hold the service in every unique key, so that the tables can be spread by it', async () => {
    const { query } = machinesOf(4);
    const keys = await query<{ table_name: string; columns: string }>(
      `select c.relname as table_name, string_agg(a.attname, ',' order by a.attnum) as columns
       from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
       where i.indisunique and n.nspname = 'public' group by c.relname, i.indexrelid`,
    );
    // What belongs to no service, and is small: a table to copy to every node. Kysely's own are read at the start.
    const others = keys.filter(
      ({ table_name: name, columns }) =>
        !columns.split(',').includes('service_id') && !name.startsWith('kysely_'),
    );
    assert.deepEqual(others.map(({ table_name: name }) => name).toSorted(), [
      'leases',
      'rate_limits',
      'salts',
      'secrets',
    ]);
  });
}

const binaries = findPostgresBinaries();
// postgres-store.test.ts reports a missing Postgres.
if (binaries) describe('several machines', { timeout: 180_000 }, () => describeMachines(binaries));

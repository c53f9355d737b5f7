import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Client } from 'pg';
import { openPostgresStore } from '../../src/store/postgres-store.js';
import type { Store } from '../../src/store/store-of.js';
import type { HistoryStore } from '../../src/feed/history-store.js';
import {
  findPostgresBinaries,
  startPostgresCluster,
  type PostgresCluster,
  type PostgresStandby,
} from '../helpers/postgres-cluster.js';
import { HOUR_START_MS, reportOf, COUNT_WINDOW_MS } from './store-place.js';
import { waitFor } from '../helpers/test-server.js';

const END_MS = HOUR_START_MS + 60_000;

async function query(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows[0] && Object.values(rows[0])[0];
  } finally {
    await client.end();
  }
}

/** Until then not even the database need be there. */
const waitUntilCopied = (standbyUrl: string): Promise<unknown> =>
  waitFor('the copy', () => query(standbyUrl, 'select 1 from reports').catch(() => undefined));

const countIn = async (reads: Pick<HistoryStore, 'countByCategory'>): Promise<number> => {
  const counts = await reads.countByCategory('kik', HOUR_START_MS, END_MS);
  return counts.get('messages') ?? 0;
};

function describeReplica(binaries: string): void {
  let cluster: PostgresCluster;
  let standby: PostgresStandby;
  before(async () => {
    cluster = await startPostgresCluster(binaries);
    standby = await cluster.startStandby();
  });
  after(() => cluster.remove());

  interface Place {
    readonly store: Store;
    /** Of the primary and of the standby. */
    readonly urls: { readonly primary: string; readonly standby: string };
    /** Adds a counted report behind the store's back, so that a read that shows it came from there. */
    readonly addUnheard: () => Promise<unknown>;
  }

  /** A standby of one test alone, which may end it, with one report written. */
  async function openWithOwnStandby() {
    const own = await cluster.startStandby();
    const primary = await cluster.createDatabase();
    const store = await openPostgresStore({
      databaseUrl: primary,
      databaseReadUrl: own.urlOf(primary),
    });
    await store.reports.addReports([reportOf('first')], COUNT_WINDOW_MS);
    return { own, primary, store };
  }

  async function withPlace(run: (place: Place) => Promise<void>): Promise<void> {
    const primary = await cluster.createDatabase();
    const urls = { primary, standby: standby.urlOf(primary) };
    const store = await openPostgresStore({
      databaseUrl: primary,
      databaseReadUrl: urls.standby,
      shard: 1,
    });
    const addUnheard = (): Promise<unknown> =>
      query(primary, `update minute_counts set report_count = report_count + 1`);
    try {
      await store.reports.addReports([reportOf('first')], COUNT_WINDOW_MS);
      await waitUntilCopied(urls.standby);
      await run({ store, urls, addUnheard });
    } finally {
      await store.close();
    }
  }

  /** Nothing that is written from now on arrives there. */
  const pause = (urls: Place['urls']): Promise<unknown> =>
    query(urls.standby, 'select pg_wal_replay_pause()');
  const resume = (urls: Place['urls']): Promise<unknown> =>
    query(urls.standby, 'select pg_wal_replay_resume()');

  const waitUntilRead = (reads: HistoryStore, count: number): Promise<unknown> =>
    waitFor(`${count} reports`, async () => ((await countIn(reads)) === count ? true : undefined));

  test('answers reads of the history, and never the reads that decide', () =>
    withPlace(async ({ store, urls, addUnheard }) => {
      await waitUntilRead(store.history, 1);
      await pause(urls);
      await addUnheard();
      assert.equal(await countIn(store.history), 1);
      assert.equal(await countIn(store.decisions), 2);
      await resume(urls);
      await waitUntilRead(store.history, 2);
    }));

  test('is skipped while it lacks what this process has written', () =>
    withPlace(async ({ store, urls, addUnheard }) => {
      await waitUntilRead(store.history, 1);
      await pause(urls);
      await store.reports.addReports([reportOf('second')], COUNT_WINDOW_MS);
      assert.equal(await countIn(store.history), 2);
      await resume(urls);
      await waitFor('the standby', async () =>
        (await query(urls.standby, `select sum(report_count)::int from minute_counts`)) === 2
          ? true
          : undefined,
      );
      assert.equal(await countIn(store.history), 2);
      await pause(urls);
      await addUnheard();
      assert.equal(await countIn(store.history), 2, 'read from the primary for good');
      await resume(urls);
    }));

  test('is skipped while it lacks a change that the primary has announced', () =>
    withPlace(async ({ store, urls }) => {
      const other = await openPostgresStore({ databaseUrl: urls.primary, shard: 2 });
      await waitUntilRead(store.history, 1);
      await pause(urls);
      const heard = new Promise<string>((resolve) => void store.onChange(resolve));
      const decision = { serviceId: 'kik', sinceMs: HOUR_START_MS, memory: '{}', revision: 0 };
      await other.decisions.writeDecision({ ...decision, status: 'major_outage' }, 0);
      assert.equal(await heard, 'kik');
      const changes = await store.history.readChanges('kik', 10);
      assert.deepEqual(
        changes.map(({ to }) => to),
        ['major_outage'],
      );
      await resume(urls);
      await other.close();
    }));

  test('leaves all reads to the primary when it is gone', async () => {
    const { own, store } = await openWithOwnStandby();
    await waitUntilRead(store.history, 1);
    await own.stop();
    assert.equal(await countIn(store.history), 1);
    await store.reports.addReports([reportOf('second')], COUNT_WINDOW_MS);
    assert.equal(await countIn(store.history), 2);
    await store.close();
  });

  test('is not read any more once it was promoted', async () => {
    const { own, primary, store } = await openWithOwnStandby();
    await waitUntilCopied(own.urlOf(primary));
    await query(own.urlOf(primary), 'select pg_promote()');
    await query(own.urlOf(primary), 'delete from minute_counts');
    await store.reports.addReports([reportOf('second')], COUNT_WINDOW_MS);
    assert.equal(await countIn(store.history), 2);
    await store.close();
  });
}

const binaries = findPostgresBinaries();
// postgres-store.test.ts reports a missing Postgres.
if (binaries)
  describe('a replica of Postgres', { timeout: 180_000 }, () => describeReplica(binaries));

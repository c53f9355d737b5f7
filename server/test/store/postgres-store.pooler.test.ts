import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parseFeed } from 'outage-status/feed';
import { openPostgresStore } from '../../src/store/postgres-store.js';
import { startPooler } from '../helpers/pooler.js';
import {
  findPostgresBinaries,
  startPostgresCluster,
  type PostgresCluster,
} from '../helpers/postgres-cluster.js';
import { startServer, waitFor } from '../helpers/test-server.js';
import { addAll, COUNT_WINDOW_MS, reportOf } from './store-place.js';

describe('Postgres behind PgBouncer', () => {
  let cluster: PostgresCluster;
  before(async () => {
    cluster = await startPostgresCluster(findPostgresBinaries() ?? '');
  });
  after(() => cluster.remove());

  for (const poolMode of ['session', 'transaction'] as const) {
    test(`two stores count together in ${poolMode} mode`, async (t) => {
      const { url } = await startPooler(t, await cluster.createDatabase(), { poolMode });
      const stores = [
        await openPostgresStore({ databaseUrl: url }),
        await openPostgresStore({ databaseUrl: url }),
      ] as const;
      t.after(() => Promise.all(stores.map((store) => store.close())));
      const outcomes = await Promise.all(
        stores.map((store, index) =>
          addAll(store, [reportOf('ann', { idempotencyKey: `key-${index}` })], COUNT_WINDOW_MS),
        ),
      );
      assert.deepEqual(outcomes.flat().toSorted(), ['already_reported', 'counted']);
    });
  }

  test('two servers show the same count in transaction mode', async (t) => {
    const database = await cluster.createDatabase();
    const { url } = await startPooler(t, database, { poolMode: 'transaction' });
    const environment = { DATABASE_URL: url, NOTIFY_KEY: 'ab'.repeat(32) };
    const one = await startServer(t, environment);
    const two = await startServer(t, environment);
    for (const visitor of [1, 2, 3]) assert.equal((await one.report(visitor)).status, 202);
    await waitFor('the other server to show three reports', async () => {
      const response = await fetch(`${two.url}/v1/services/kik/status.json`);
      return parseFeed(await response.json()).community?.reportCount === 3 ? true : undefined;
    });
  });

  test('a certificate that no authority signed is named with what to write into the URL', async (t) => {
    const database = await cluster.createDatabase();
    const pooler = await startPooler(t, database, { poolMode: 'session', tls: true });
    await assert.rejects(openPostgresStore({ databaseUrl: `${pooler.url}?sslmode=verify-full` }), {
      name: 'StoreError',
      message:
        /^cannot open Postgres database \w+ on 127\.0\.0\.1:\d+: self-signed certificate; add sslrootcert=.* or sslmode=no-verify/,
    });
    for (const query of [
      'sslmode=no-verify',
      `sslmode=verify-full&sslrootcert=${pooler.certificate}`,
    ]) {
      const store = await openPostgresStore({ databaseUrl: `${pooler.url}?${query}` });
      await store.check();
      await store.close();
    }
  });
});

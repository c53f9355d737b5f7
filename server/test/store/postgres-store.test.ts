import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Client } from 'pg';
import { openPostgresStore } from '../../src/store/postgres-store.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store-of.js';
import {
  findPostgresBinaries,
  startPostgresCluster,
  type PostgresCluster,
} from '../helpers/postgres-cluster.js';
import { fetchProof, sendRaw } from '../helpers/solve-proof.js';
import { describeStore } from './store-contract.js';
import { addAll, reportOf, COUNT_WINDOW_MS, withStores, type StorePlace } from './store-place.js';
import { startServer } from '../helpers/test-server.js';

const MISSING =
  'Postgres is not installed: neither /usr/lib/postgresql/*/bin nor PATH has initdb and postgres; ' +
  'install the package "postgresql", or set ALLOW_MISSING_POSTGRES=1 to go without';

function describePostgres(binaries: string): void {
  let cluster: PostgresCluster;
  before(async () => {
    cluster = await startPostgresCluster(binaries);
  });
  after(() => cluster.remove());

  const makePlace = async (): Promise<StorePlace> => {
    const databaseUrl = await cluster.createDatabase();
    return {
      open: () => openStore({ dataDir: 'unused', databaseUrl }),
      // The cluster goes as a whole.
      remove: async () => {},
    };
  };

  // First, as the shutdown writes all that the other tests have made to the disk.
  test('every call is a StoreError while the database is away, and changes are announced again afterwards', async () => {
    const databaseUrl = await cluster.createDatabase();
    const store = await openPostgresStore({ databaseUrl });
    await addAll(store, [reportOf('ann')], COUNT_WINDOW_MS);
    await store.decisions.writeDecision(
      { serviceId: 'kik', status: 'operational', sinceMs: 1, memory: '', revision: 0 },
      0,
    );
    await cluster.stop();
    const unavailable = { name: 'StoreError', code: 'unavailable' };
    await assert.rejects(store.check(), unavailable);
    await assert.rejects(addAll(store, [reportOf('bob')], COUNT_WINDOW_MS), unavailable);
    await assert.rejects(store.decisions.countByHour('kik', 0, 1), unavailable);
    await assert.rejects(openPostgresStore({ databaseUrl }), unavailable);

    const announced = new Promise<string>((resolve) => void store.onChange(resolve));
    await cluster.start();
    assert.equal(await announced, 'kik');
    const outcomes = await addAll(store, [reportOf('ann'), reportOf('bob')], COUNT_WINDOW_MS);
    assert.deepEqual(outcomes, ['counted', 'counted']);
    await store.check();
    await store.close();
  });

  describeStore('Postgres', makePlace);

  test('all processes share a limit', () =>
    withStores(makePlace, 3, async (stores) => {
      const limiters = stores.map((store) => store.reports.openLimiter('test', 5, 60));
      const tries = await Promise.allSettled(
        Array.from({ length: 12 }, async (_, index) => limiters[index % 3]?.consume('ann')),
      );
      assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 5);
    }));

  test('no table holds an address', async (t) => {
    const databaseUrl = await cluster.createDatabase();
    const store = await openPostgresStore({ databaseUrl });
    const { server, url } = await startServer(t, { PROOF_OF_WORK: 'light' }, { store });
    for (const address of ['203.0.113.77', '2001:db8:abcd:12ef::99']) {
      const proof = await fetchProof(url, address);
      for (const tried of [proof, undefined]) await sendRaw(url, { address, proof: tried });
    }
    await server.close();
    await store.close();
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows: tables } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    let stored = '';
    for (const { name } of tables) {
      stored += JSON.stringify((await client.query(`select * from ${name}`)).rows);
    }
    await client.end();
    assert.match(stored, /reports:/, 'the limits are among the tables');
    assert.match(stored, /early/);
    assert.doesNotMatch(stored, /203\.0\.113|2001:db8|abcd:12/);
  });

  test('several processes that open an empty database at once agree on the tables', () =>
    withStores(makePlace, 6, async (stores) => {
      const outcomes = await Promise.all(
        stores.map((store, index) => addAll(store, [reportOf(`n${index}`)], COUNT_WINDOW_MS)),
      );
      assert.deepEqual(
        outcomes.flat(),
        Array.from({ length: 6 }, () => 'counted'),
      );
    }));

  test('the other processes learn of a change through one', () =>
    withStores(makePlace, 3, async (stores) => {
      const heard = stores.map(
        (store) => new Promise<string>((resolve) => void store.onChange(resolve)),
      );
      await (stores[0] as Store).decisions.writeDecision(
        { serviceId: 'kik', status: 'major_outage', sinceMs: 1, memory: '', revision: 0 },
        0,
      );
      assert.deepEqual(await Promise.all(heard), ['kik', 'kik', 'kik']);
    }));

  test('two processes count into shards of their own', async () => {
    const databaseUrl = await cluster.createDatabase();
    const stores = await Promise.all(
      [1, 2].map((shard) => openPostgresStore({ databaseUrl, shard })),
    );
    await Promise.all(
      stores.map((store, index) => addAll(store, [reportOf(`n${index}`)], COUNT_WINDOW_MS)),
    );
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query(
      'select shard, report_count from minute_counts order by shard',
    );
    assert.deepEqual(rows, [
      { shard: 1, report_count: 1 },
      { shard: 2, report_count: 1 },
    ]);
    await client.end();
    await Promise.all(stores.map((store) => store.close()));
  });
}

const refusal = async (databaseUrl: string): Promise<Error> => {
  try {
    await openStore({ dataDir: 'unused', databaseUrl });
  } catch (error) {
    return error as Error;
  }
  return assert.fail('the store was opened');
};

const binaries = findPostgresBinaries();
if (binaries) {
  describe('Postgres', () => describePostgres(binaries));
} else {
  const skip = process.env['ALLOW_MISSING_POSTGRES'] === '1' ? MISSING : false;
  test('Postgres passes the contract of the stores', { skip }, () => assert.fail(MISSING));
}

describe('a Postgres that cannot be opened', () => {
  test('names a refusing database by host, port and name, never by its password', async () => {
    const error = await refusal('postgres://visitor:s3cret@127.0.0.1:1/outages');
    assert.equal(error.name, 'StoreError');
    assert.match(error.message, /outages on 127\.0\.0\.1:1/);
    assert.doesNotMatch(error.message, /s3cret/);
  });

  test('refuses an invalid URL without repeating it', async () => {
    const error = await refusal('postgres://visitor:s3cret@[nowhere/outages');
    assert.equal(error.name, 'StoreError');
    assert.doesNotMatch(`${error.message}${String(error.cause)}`, /s3cret/);
  });
});

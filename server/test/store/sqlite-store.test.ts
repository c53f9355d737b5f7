import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Kysely } from 'kysely';
import LibsqlDatabase from 'libsql';
import { ImmediateSqliteDialect } from '../../src/store/immediate-sqlite-dialect.js';
import { openStore } from '../../src/store/open-store.js';
import type { Tables } from '../../src/store/tables.js';
import { migrateTo } from './old-database.js';
import { describeStore } from './store-contract.js';
import { addAll, reportOf, COUNT_WINDOW_MS, type StorePlace } from './store-place.js';

const makeFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'outage-status-sqlite-'));

async function makePlace(): Promise<StorePlace> {
  const dataDir = await makeFolder();
  return {
    open: () => openStore({ dataDir }),
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

describeStore('SQLite', makePlace);

describe('SQLite', () => {
  test('several processes that open a new folder at once agree on the tables', async () => {
    const folder = await makeFolder();
    const dataDir = join(folder, 'made', 'on', 'the', 'way');
    const stores = await Promise.all(Array.from({ length: 6 }, () => openStore({ dataDir })));
    const outcomes = await Promise.all(
      stores.map((store, index) => addAll(store, [reportOf(`n${index}`)], COUNT_WINDOW_MS)),
    );
    assert.deepEqual(
      outcomes.flat(),
      Array.from({ length: 6 }, () => 'counted'),
    );
    assert.equal((await stat(dataDir)).mode & 0o077, 0);
    await Promise.all(stores.map((store) => store.close()));
    await rm(folder, { recursive: true });
  });

  test('the error names a folder that cannot be made', async () => {
    const folder = await makeFolder();
    const dataDir = join(folder, 'file', 'data');
    await writeFile(join(folder, 'file'), '');
    await assert.rejects(openStore({ dataDir }), (error: Error) => {
      assert.equal(error.name, 'StoreError');
      assert.ok(error.message.includes(dataDir), error.message);
      assert.ok(error.cause instanceof Error);
      return true;
    });
    await rm(folder, { recursive: true });
  });

  test('the error names a file that is no database, and the file stays as it is', async () => {
    const dataDir = await makeFolder();
    const file = join(dataDir, 'outage-status.sqlite');
    await writeFile(file, 'not a database '.repeat(1000));
    await assert.rejects(openStore({ dataDir }), (error: Error) => {
      assert.equal(error.name, 'StoreError');
      assert.ok(error.message.includes(file), error.message);
      return true;
    });
    assert.equal((await stat(file)).size, 15_000);
    await rm(dataDir, { recursive: true });
  });

  test('a database of the first two migrations gets the later tables and keeps its rows', async () => {
    const dataDir = await makeFolder();
    const older = new LibsqlDatabase(join(dataDir, 'outage-status.sqlite'));
    const oldDb = new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(older) });
    await migrateTo(oldDb, '0002-incidents');
    const { serviceId, idempotencyKey, visitorHashes, receivedAtMs } = reportOf('ann');
    for (const [insert, values] of [
      ["reports values (?, ?, 'messages', 'counted', ?)", [idempotencyKey, receivedAtMs]],
      ['voices values (?, ?, ?)', [visitorHashes[0], receivedAtMs]],
      ["minute_counts values (?, ?, 'messages', 0, 1)", [receivedAtMs]],
    ] as const) {
      older.prepare(`insert into ${insert}`).run(serviceId, ...values);
    }
    await oldDb.destroy();

    const store = await openStore({ dataDir });
    const vote = reportOf('vote', { category: null, visitorHashes: ['visitor-ann'] });
    assert.deepEqual(await addAll(store, [vote, reportOf('ann')], COUNT_WINDOW_MS), [
      'counted',
      'counted',
    ]);
    await store.views.addViews([{ serviceId: 'kik', atMs: vote.receivedAtMs, count: 3 }]);
    const always = [0, Number.MAX_SAFE_INTEGER] as const;
    assert.equal(await store.decisions.countVotes('kik', ...always), 1);
    assert.equal(await store.views.countViews('kik', ...always), 3);
    assert.deepEqual(
      [...(await store.reports.countByCategory('kik', ...always))],
      [['messages', 1]],
    );
    await store.close();
    await rm(dataDir, { recursive: true });
  });

  test('a failing statement is a StoreError that keeps its cause, and the next one works', async () => {
    const dataDir = await makeFolder();
    const store = await openStore({ dataDir });
    const intruder = new LibsqlDatabase(join(dataDir, 'outage-status.sqlite'));
    intruder.exec('alter table hour_counts rename to elsewhere');
    await assert.rejects(addAll(store, [reportOf('ann')], COUNT_WINDOW_MS), (error: Error) => {
      assert.equal(error.name, 'StoreError');
      assert.match(error.message, /hour_counts/);
      assert.ok(error.cause instanceof Error);
      return true;
    });
    intruder.exec('alter table elsewhere rename to hour_counts');
    // The failed transaction left neither the key nor the visitor's count slot behind.
    assert.deepEqual(await addAll(store, [reportOf('ann')], COUNT_WINDOW_MS), ['counted']);
    const counts = await store.reports.countByCategory('kik', 0, Number.MAX_SAFE_INTEGER);
    assert.deepEqual([...counts], [['messages', 1]]);
    intruder.close();
    await store.close();
    await rm(dataDir, { recursive: true });
  });
});

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import type { Worker } from 'node:worker_threads';
import type { NewReport } from '../../src/reports/new-report.js';
import { ReportWriter } from '../../src/store/report-writer.js';
import { openSqliteStore } from '../../src/store/sqlite-store.js';
import { countAll, HOUR_START_MS, reportOf, COUNT_WINDOW_MS } from './store-place.js';

const makeFolder = async (t: TestContext): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'outage-status-writer-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

const batchOf = (batch: number, size = 20) =>
  Array.from({ length: size }, (_, index) => reportOf(`${batch}-${index}`));

const addTask = (reports: readonly NewReport[]) => ({
  reports,
  countWindowMs: COUNT_WINDOW_MS,
  shard: 0,
});

describe('ReportWriter', () => {
  test('takes turns with all other writes of the process, so that none meets a locked file', async (t) => {
    const store = await openSqliteStore({ dataDir: await makeFolder(t) });
    const batches = Array.from({ length: 40 }, (_, batch) =>
      store.reports.addReports(batchOf(batch), COUNT_WINDOW_MS),
    );
    const others = Array.from({ length: 40 }, (_, index) =>
      store.views.addViews([{ serviceId: 'kik', atMs: HOUR_START_MS + index, count: 1 }]),
    );
    await Promise.all([...batches, ...others]);
    assert.equal(await countAll(store), 800);
    assert.equal(await store.views.countViews('kik', HOUR_START_MS, HOUR_START_MS + 60_000), 40);
    await store.close();
  });

  test('finishes before the store closes', async (t) => {
    const dataDir = await makeFolder(t);
    const store = await openSqliteStore({ dataDir });
    const adding = store.reports.addReports(batchOf(0, 500), COUNT_WINDOW_MS);
    await store.close();
    assert.equal((await adding).length, 500);
    const again = await openSqliteStore({ dataDir });
    assert.equal(await countAll(again), 500);
    await again.close();
  });

  test('fails the open batch when its thread ends and starts another, and a retry counts once', async (t) => {
    const store = await openSqliteStore({ dataDir: await makeFolder(t) });
    const threads: Worker[] = [];
    const note = (thread: Worker): unknown => threads.push(thread);
    process.on('worker', note);
    t.after(() => process.off('worker', note));
    await store.reports.addReports(batchOf(0), COUNT_WINDOW_MS);
    const adding = store.reports.addReports(batchOf(1), COUNT_WINDOW_MS);
    const failing = assert.rejects(adding, { name: 'StoreError', code: 'unavailable' });
    await threads[0]?.terminate();
    await failing;
    for (const batch of [batchOf(1), batchOf(1)]) {
      const answers = await store.reports.addReports(batch, COUNT_WINDOW_MS);
      assert.deepEqual([...new Set(answers.map(({ outcome }) => outcome))], ['counted']);
    }
    assert.equal(threads.length, 2);
    assert.equal(await countAll(store), 40);
    await store.close();
  });

  test('reports why it cannot write, by the code of the driver, and writes once it can', async (t) => {
    const dataDir = await makeFolder(t);
    const file = join(dataDir, 'outage-status.sqlite');
    const writer = new ReportWriter({ file });
    const failure = await writer.perform(addTask(batchOf(0))).then(
      () => undefined,
      (error: Error & { code?: string }) => error,
    );
    assert.match(failure?.message ?? '', /no such table: reports/);
    assert.match(failure?.code ?? '', /^SQLITE_/);
    await (await openSqliteStore({ dataDir })).close();
    const answers = await writer.perform(addTask(batchOf(0)));
    assert.equal(answers.filter(({ outcome }) => outcome === 'counted').length, 20);
    await writer.close();
  });
});

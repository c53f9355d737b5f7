import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { GroupCommitter } from '../../src/reports/group-commit.js';
import { StoreError } from '../../src/lib/store-error.js';
import type { NewReport, StoredAnswer } from '../../src/reports/new-report.js';
import { reportOf, COUNT_WINDOW_MS } from '../store/store-place.js';

interface Batch {
  readonly reports: readonly NewReport[];
  readonly resolve: (outcomes: StoredAnswer[]) => void;
  readonly reject: (error: Error) => void;
}

/** A store whose batches the test answers by hand. */
class SlowStore {
  readonly batches: Batch[] = [];
  #arrived: (() => void) | undefined;

  addReports(reports: readonly NewReport[], countWindowMs: number): Promise<StoredAnswer[]> {
    assert.equal(countWindowMs, COUNT_WINDOW_MS);
    return new Promise((resolve, reject) => {
      this.batches.push({ reports, resolve, reject });
      this.#arrived?.();
    });
  }

  async batch(index: number): Promise<Batch> {
    for (;;) {
      const batch = this.batches[index];
      if (batch) return batch;
      await new Promise<void>((resolve) => (this.#arrived = resolve));
    }
  }
}

const COUNTED: StoredAnswer = { outcome: 'counted', told: 'counted' };
const ALREADY: StoredAnswer = { outcome: 'already_reported', told: 'already_reported' };

const answer = (batch: Batch): void => batch.resolve(batch.reports.map(() => COUNTED));

const never = { windowMs: 2 ** 30 };

describe('GroupCommitter', () => {
  test('writes the reports of one window together, each with its own outcome', async () => {
    const store = new SlowStore();
    const committer = new GroupCommitter(store, COUNT_WINDOW_MS);
    const adding = [committer.add(reportOf('a')), committer.add(reportOf('b'))];
    const batch = await store.batch(0);
    assert.deepEqual(batch.reports, [reportOf('a'), reportOf('b')]);
    batch.resolve([COUNTED, ALREADY]);
    assert.deepEqual(await Promise.all(adding), [COUNTED, ALREADY]);
  });

  test('does not wait for the window with a full batch', async () => {
    const store = new SlowStore();
    const committer = new GroupCommitter(store, COUNT_WINDOW_MS, { ...never, maxBatch: 3 });
    const adding = ['a', 'b', 'c', 'd'].map((name) => committer.add(reportOf(name)));
    const first = await store.batch(0);
    assert.equal(first.reports.length, 3);
    answer(first);
    answer(await store.batch(1));
    assert.equal((await Promise.all(adding)).length, 4);
  });

  test('gathers the next batch while one is written, and never writes two at once', async () => {
    const store = new SlowStore();
    const committer = new GroupCommitter(store, COUNT_WINDOW_MS, { ...never, maxBatch: 2 });
    const adding = ['a', 'b'].map((name) => committer.add(reportOf(name)));
    const first = await store.batch(0);
    adding.push(...['c', 'd', 'e'].map((name) => committer.add(reportOf(name))));
    assert.equal(store.batches.length, 1);
    answer(first);
    const second = await store.batch(1);
    assert.equal(second.reports.length, 2);
    answer(second);
    answer(await store.batch(2));
    assert.equal((await Promise.all(adding)).length, 5);
  });

  test('rejects each report of a batch that the store refuses, and goes on with the next batch', async () => {
    const store = new SlowStore();
    const committer = new GroupCommitter(store, COUNT_WINDOW_MS, { ...never, maxBatch: 2 });
    const adding = Promise.allSettled(['a', 'b'].map((name) => committer.add(reportOf(name))));
    const gone = new StoreError('the disk is gone');
    (await store.batch(0)).reject(gone);
    assert.deepEqual(await adding, [
      { status: 'rejected', reason: gone },
      { status: 'rejected', reason: gone },
    ]);
    const next = Promise.all(['c', 'd'].map((name) => committer.add(reportOf(name))));
    answer(await store.batch(1));
    assert.deepEqual(await next, [COUNTED, COUNTED]);
  });

  test('refuses one report too many at once as busy, and keeps those waiting', async () => {
    const store = new SlowStore();
    const committer = new GroupCommitter(store, COUNT_WINDOW_MS, { ...never, maxWaiting: 2 });
    const adding = ['a', 'b'].map((name) => committer.add(reportOf(name)));
    await assert.rejects(committer.add(reportOf('c')), { name: 'StoreError', code: 'busy' });
    const drained = committer.drain();
    answer(await store.batch(0));
    await drained;
    assert.deepEqual(await Promise.all(adding), [COUNTED, COUNTED]);
  });

  test('refuses alone a report that no database can hold', async () => {
    const store = new SlowStore();
    const committer = new GroupCommitter(store, COUNT_WINDOW_MS, never);
    const fine = committer.add(reportOf('fine'));
    await assert.rejects(committer.add(reportOf('bad', { origin: 'a\0b' })), { code: 'invalid' });
    const drained = committer.drain();
    const batch = await store.batch(0);
    assert.deepEqual(batch.reports, [reportOf('fine')]);
    answer(batch);
    await drained;
    assert.deepEqual(await fine, COUNTED);
  });

  test('writes what waits on drain, accepts nothing more and ends when all is settled', async () => {
    const store = new SlowStore();
    const committer = new GroupCommitter(store, COUNT_WINDOW_MS, { ...never, maxBatch: 2 });
    const settled: string[] = [];
    const adding = ['a', 'b', 'c'].map((name) =>
      committer.add(reportOf(name)).then(() => settled.push(name)),
    );
    const drained = committer.drain().then(() => settled.push('drained'));
    await assert.rejects(committer.add(reportOf('late')), { name: 'StoreError' });
    answer(await store.batch(0));
    answer(await store.batch(1));
    await Promise.all([...adding, drained]);
    assert.deepEqual(settled, ['a', 'b', 'c', 'drained']);
  });

  test('ends a drain at once when nothing waits', async () => {
    const store = new SlowStore();
    await new GroupCommitter(store, COUNT_WINDOW_MS).drain();
    assert.equal(store.batches.length, 0);
  });
});

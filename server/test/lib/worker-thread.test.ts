import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Worker } from 'node:worker_threads';
import { WorkerThread } from '../../src/lib/worker-thread.js';
import { waitFor } from '../helpers/test-server.js';

/** What the thread of these tests is asked. */
export type Task = { readonly say: string } | { readonly fail: string } | { readonly exit: number };

const start = (t: TestContext, startAfterMs?: number) => {
  const started: Worker[] = [];
  const note = (worker: Worker): unknown => started.push(worker);
  process.on('worker', note);
  const thread = new WorkerThread<Task, string>({
    entry: new URL('./worker-thread-entry.js', import.meta.url),
    workerData: { greeting: 'hello' },
    endedMessage: 'the thread of the test has ended',
    ...(startAfterMs !== undefined && { startAfterMs }),
  });
  t.after(async () => {
    process.off('worker', note);
    await thread.close();
  });
  return { thread, started };
};

describe('a worker thread', () => {
  test('does one task after the other, and starts with the first', async (t) => {
    const { thread, started } = start(t);
    assert.equal(started.length, 0);
    const answers = ['a', 'b', 'c'].map((say) => thread.run({ say }));
    assert.equal(thread.waitingCount, 2);
    assert.deepEqual(await Promise.all(answers), ['hello a 1', 'hello b 2', 'hello c 3']);
    assert.equal(thread.waitingCount, 0);
    assert.equal(started.length, 1);
  });

  test('starts ahead of the first task on request', async (t) => {
    const { thread, started } = start(t, 1);
    await waitFor('the thread', () => (started.length > 0 ? true : undefined));
    assert.equal(await thread.run({ say: 'a' }), 'hello a 1');
    assert.equal(started.length, 1);
  });

  test('fails a task alone, with the message and code of the error', async (t) => {
    const { thread, started } = start(t);
    const failing = assert.rejects(thread.run({ fail: 'E_TEST' }), {
      message: 'it fails',
      code: 'E_TEST',
    });
    const next = thread.run({ say: 'a' });
    await failing;
    assert.equal(await next, 'hello a 2');
    assert.equal(started.length, 1);
  });

  test('fails the task in which it dies, and is replaced for those that wait', async (t) => {
    const { thread, started } = start(t);
    const failing = assert.rejects(thread.run({ exit: 3 }), (error: Error) => {
      assert.equal(error.message, 'the thread of the test has ended');
      assert.match(String(error.cause), /ended with 3/);
      return true;
    });
    const next = thread.run({ say: 'a' });
    await failing;
    assert.equal(await next, 'hello a 1');
    assert.equal(started.length, 2);
  });

  test('fails every task when its file is missing, and says why', async () => {
    const thread = new WorkerThread<Task, string>({
      entry: new URL('./no-such-entry.js', import.meta.url),
      workerData: {},
      endedMessage: 'the thread of the test has ended',
    });
    for (const say of ['a', 'b']) {
      await assert.rejects(thread.run({ say }), (error: Error) => {
        assert.match(String(error.cause), /no-such-entry/);
        return true;
      });
    }
  });

  test('ends when it is closed while idle, also when it never started', async (t) => {
    const { thread, started } = start(t);
    await thread.close();
    assert.equal(started.length, 0);
    assert.equal(await thread.run({ say: 'a' }), 'hello a 1');
    await thread.close();
    assert.equal(started[0]?.threadId, -1);
  });
});

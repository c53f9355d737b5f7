import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Throttle } from '../../src/lib/throttle.js';
import { waitFor } from '../helpers/test-server.js';

describe('a throttle', () => {
  test('runs at once, then gathers requests, and never loses the last', async (t) => {
    const startedAt: number[] = [];
    const throttle = new Throttle(100, () => {
      startedAt.push(performance.now());
      return Promise.resolve();
    });
    t.after(() => throttle.close());
    for (let count = 0; count < 10; count += 1) throttle.request('kik');
    assert.equal(startedAt.length, 1);
    await waitFor('the second run', () => (startedAt.length === 2 ? true : undefined));
    assert.ok((startedAt[1] ?? 0) - (startedAt[0] ?? 0) >= 95);
  });

  test('does not let one key wait for another', () => {
    const keys: string[] = [];
    const throttle = new Throttle(1000, (key) => {
      keys.push(key);
      return Promise.resolve();
    });
    throttle.request('kik');
    throttle.request('zoom');
    throttle.close();
    assert.deepEqual(keys, ['kik', 'zoom']);
  });

  test('goes on after a run that failed', async (t) => {
    let runs = 0;
    const throttle = new Throttle(10, () => {
      runs += 1;
      return Promise.reject(new Error('no'));
    });
    t.after(() => throttle.close());
    throttle.request('kik');
    throttle.request('kik');
    await waitFor('the second run', () => (runs === 2 ? true : undefined));
  });

  test('starts nothing after it is closed', () => {
    let runs = 0;
    const throttle = new Throttle(10, () => {
      runs += 1;
      return Promise.resolve();
    });
    throttle.close();
    throttle.request('kik');
    assert.equal(runs, 0);
  });
});

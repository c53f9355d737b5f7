import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PromiseCache } from '../../src/lib/promise-cache.js';

describe('PromiseCache', () => {
  test('makes a promise once for all who ask, and again after it has failed', async () => {
    const cache = new PromiseCache<number>();
    let tries = 0;
    const make = (): Promise<number> => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(tries);
    };
    const first = cache.get('a', make);
    assert.equal(cache.get('a', make), first);
    await assert.rejects(first, { message: 'gone' });
    assert.equal(cache.peek('a'), undefined);
    assert.equal(await cache.get('a', make), 2);
    assert.equal(await cache.get('a', make), 2);
  });

  test('makes a new version afresh, and keeps it when the older one fails late', async () => {
    const cache = new PromiseCache<string>();
    const { promise, reject } = deferred();
    const old = cache.get('a', () => promise, 1);
    const now = cache.get('a', () => Promise.resolve('new'), 2);
    reject(new Error('late'));
    await assert.rejects(old, { message: 'late' });
    assert.equal(cache.peek('a'), now);
    assert.equal(await cache.get('a', () => Promise.reject(new Error('not asked')), 2), 'new');
  });

  test('forgets the entry that was used longest ago', async () => {
    const cache = new PromiseCache<number>(1);
    await cache.get('a', () => Promise.resolve(1));
    await cache.get('b', () => Promise.resolve(2));
    assert.equal(await cache.get('a', () => Promise.resolve(3)), 3);
    cache.delete('a');
    assert.equal(await cache.get('a', () => Promise.resolve(4)), 4);
  });
});

function deferred(): { promise: Promise<string>; reject: (reason: Error) => void } {
  let reject!: (reason: Error) => void;
  const promise = new Promise<string>((_, refuse) => {
    reject = refuse;
  });
  return { promise, reject };
}

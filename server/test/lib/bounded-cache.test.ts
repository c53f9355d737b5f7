import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BoundedCache } from '../../src/lib/bounded-cache.js';
import { PromiseCache } from '../../src/lib/promise-cache.js';

describe('BoundedCache', () => {
  test('forgets the entry that was used longest ago', () => {
    const cache = new BoundedCache<string>(2);
    const made: string[] = [];
    const get = (key: string): string =>
      cache.get(key, () => {
        made.push(key);
        return key.toUpperCase();
      });
    for (const key of ['a', 'a', 'b', 'a', 'c', 'a', 'b'])
      assert.equal(get(key), key.toUpperCase());
    assert.deepEqual(made, ['a', 'b', 'c', 'b']);
    cache.delete('b');
    assert.equal(cache.peek('b'), undefined);
    assert.equal(cache.peek('a'), 'A');
    get('b');
    assert.deepEqual(made, ['a', 'b', 'c', 'b', 'b']);
  });

  test('asks again for a value that could not be made', () => {
    const cache = new BoundedCache<number | undefined>(2);
    let value: number | undefined;
    assert.equal(
      cache.get('a', () => value),
      undefined,
    );
    value = 1;
    assert.equal(
      cache.get('a', () => value),
      1,
    );
  });
});

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

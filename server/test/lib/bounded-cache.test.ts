import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BoundedCache } from '../../src/lib/bounded-cache.js';

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

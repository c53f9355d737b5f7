import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { limitLargestOrigin } from '../../src/decide/limit-largest-origin.js';

const isHome = (origin: string): boolean => origin === '' || origin === 'https://home.example';

describe('limiting the largest foreign site', () => {
  const table: [what: string, origins: Record<string, number>, recentCount: number][] = [
    ['a foreign site alone counts nothing', { 'https://blog.example': 100 }, 0],
    ['opaque origins together are one site', { null: 100 }, 0],
    ['home alone counts in full', { '': 100 }, 100],
    ['a named home counts in full', { 'https://home.example': 100 }, 100],
    ['the largest counts as much as all others', { 'https://blog.example': 90, '': 10 }, 20],
    [
      'two equal foreign sites count in full',
      { 'https://a.example': 50, 'https://b.example': 50 },
      100,
    ],
    ['many small sites count in full', { a: 25, b: 25, c: 25, d: 25 }, 100],
    ['no origins known, nothing is limited', {}, 100],
  ];
  for (const [what, origins, recentCount] of table) {
    test(what, () => {
      const limited = limitLargestOrigin([60, 40], new Map(Object.entries(origins)), isHome);
      const sum = limited.reduce((total, count) => total + count, 0);
      assert.ok(Math.abs(sum - recentCount) < 1e-9);
    });
  }

  test('categories keep their proportions', () => {
    const origins = new Map([
      ['https://blog.example', 75],
      ['', 25],
    ]);
    assert.deepEqual(limitLargestOrigin([80, 20], origins, isHome), [40, 10]);
  });
});

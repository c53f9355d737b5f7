import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { limitLargestOrigin } from '../../src/decide/limit-largest-origin.js';

const isHome = (origin: string): boolean => origin === '' || origin === 'https://home.example';

describe('limitLargestOrigin', () => {
  const table: [what: string, origins: Record<string, number>, recentCount: number][] = [
    ['counts nothing from a foreign site alone', { 'https://blog.example': 100 }, 0],
    ['counts opaque origins together as one site', { null: 100 }, 0],
    ['counts home alone in full', { '': 100 }, 100],
    ['counts a named home in full', { 'https://home.example': 100 }, 100],
    [
      'counts the largest as much as all others together',
      { 'https://blog.example': 90, '': 10 },
      20,
    ],
    [
      'counts two equal foreign sites in full',
      { 'https://a.example': 50, 'https://b.example': 50 },
      100,
    ],
    ['counts many small sites in full', { a: 25, b: 25, c: 25, d: 25 }, 100],
    ['limits nothing while no origin is known', {}, 100],
  ];
  for (const [what, origins, recentCount] of table) {
    test(what, () => {
      const limited = limitLargestOrigin([60, 40], new Map(Object.entries(origins)), isHome);
      const sum = limited.reduce((total, count) => total + count, 0);
      assert.ok(Math.abs(sum - recentCount) < 1e-9);
    });
  }

  test('keeps the proportions of the categories', () => {
    const origins = new Map([
      ['https://blog.example', 75],
      ['', 25],
    ]);
    assert.deepEqual(limitLargestOrigin([80, 20], origins, isHome), [40, 10]);
  });
});

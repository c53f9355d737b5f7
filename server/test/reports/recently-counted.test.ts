import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { RecentlyCounted } from '../../src/reports/recently-counted.js';

describe('RecentlyCounted', () => {
  test('knows how long a counted report still stands, under any of its hashes', () => {
    const recent = new RecentlyCounted(3600);
    recent.remember('today', 'first', 0);
    recent.remember('today', 'first', 60_000);
    assert.equal(recent.secondsLeft(['tomorrow', 'today'], 600_000), 3000);
    recent.remember('today', 'second', 600_000);
    assert.equal(recent.secondsLeft(['tomorrow', 'today'], 600_000), 3600);
  });

  test('assumes the whole window for a visitor that another process counted', () => {
    assert.equal(new RecentlyCounted(3600).secondsLeft(['unheard'], 0), 3600);
  });
});

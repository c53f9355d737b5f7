import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Official } from 'outage-status/feed';
import { freshenOfficial } from '../../src/official/official-freshness.js';

const CHECKED_AT_MS = Date.UTC(2026, 10, 22, 9);

test('a page without a reading for a quarter of an hour is unknown, without its own status and parts', () => {
  const read: Official = {
    status: 'partial_outage',
    indicator: 'operational',
    affected: { count: 1, total: 63, names: ['Frankfurt'] },
    url: 'https://status.example/',
    checkedAt: '2026-11-22T09:00:00Z',
    incidents: [],
  };
  assert.equal(freshenOfficial(read, CHECKED_AT_MS + 15 * 60_000), read);
  assert.deepEqual(freshenOfficial(read, CHECKED_AT_MS + 15 * 60_000 + 1), {
    status: 'unknown',
    url: 'https://status.example/',
    checkedAt: '2026-11-22T09:00:00Z',
    incidents: [],
  });
});

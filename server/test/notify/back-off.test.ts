import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR_MS, MINUTE_MS } from '../../src/lib/clock.js';
import { backOffMs } from '../../src/notify/back-off.js';

test('the wait after a failed try doubles up to an hour, half of it by chance', () => {
  assert.equal(backOffMs(0, 0), MINUTE_MS / 2);
  assert.equal(backOffMs(0, 1), MINUTE_MS);
  assert.equal(backOffMs(3, 1), 8 * MINUTE_MS);
  for (const tries of [6, 10, 1000]) assert.equal(backOffMs(tries, 1), HOUR_MS);
  const waits = new Set(Array.from({ length: 20 }, () => backOffMs(4)));
  assert.ok(waits.size > 1);
});

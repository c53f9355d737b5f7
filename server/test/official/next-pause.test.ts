import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nextPause } from '../../src/official/next-pause.js';

describe('nextPause', () => {
  const rows: [
    what: string,
    failures: number,
    retryAfterMs: number | undefined,
    seconds: number,
  ][] = [
    ['after a success', 0, undefined, 60],
    ['after one failure', 1, undefined, 120],
    ['after three failures', 3, undefined, 480],
    ['after a hundred failures', 100, undefined, 900],
    ['when asked to wait', 1, 600_000, 630],
    ['when asked to wait for less', 1, 1000, 120],
    ['when asked to wait for a week', 1, 604_800_000, 3780],
  ];
  for (const [what, failureCount, retryAfterMs, seconds] of rows) {
    test(`is ${seconds} s ${what}`, () => {
      const pauseMs = nextPause({ intervalMs: 60_000, failureCount, retryAfterMs, random: 0.5 });
      assert.equal(Math.round(pauseMs / 1000), seconds);
    });
  }

  test('is up to a tenth longer or shorter by chance, and never shorter than the server asks', () => {
    const pause = (random: number, retryAfterMs?: number): number =>
      Math.round(nextPause({ intervalMs: 60_000, failureCount: 0, retryAfterMs, random }) / 1000);
    assert.deepEqual([pause(0), pause(1), pause(0, 60_000)], [54, 66, 60]);
  });

  test('is never shorter than a long interval', () => {
    const options = { intervalMs: 3_600_000, failureCount: 5, retryAfterMs: undefined };
    assert.equal(nextPause({ ...options, random: 0.5 }), 3_600_000);
  });
});

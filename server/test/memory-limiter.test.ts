import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { MemoryLimiter } from '../src/store/memory-limiter.js';
import { TwoGenerations } from '../src/two-generations.js';

const SECONDS = 0.2;

describe('a limit in memory', () => {
  test('holds for its duration, counted from the first, and no longer', async () => {
    const limiter = new MemoryLimiter(2, SECONDS);
    assert.equal((await limiter.consume('ann')).remainingPoints, 1);
    await limiter.consume('ann');
    const refusal = await limiter.consume('ann').then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    assert.ok(refusal instanceof RateLimiterRes);
    assert.equal(refusal.consumedPoints, 3);
    assert.equal((await limiter.consume('bob')).consumedPoints, 1);
    await wait(refusal.msBeforeNext + 5);
    assert.equal((await limiter.consume('ann')).consumedPoints, 1);
  });
});

describe('two generations', () => {
  test('know what was set since the turn before last', () => {
    const known = new TwoGenerations<number>();
    known.set('a', 1);
    known.turn();
    known.set('b', 2);
    assert.deepEqual([known.get('a'), known.get('b'), known.youngSize], [1, 2, 1]);
    known.set('a', 3);
    known.turn();
    assert.deepEqual([known.get('a'), known.get('b')], [3, 2]);
    known.turn();
    assert.deepEqual([known.get('a'), known.get('b')], [undefined, undefined]);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { observe } from '../../src/probe/check-state.js';
import type { Outcome } from '../../src/probe/outcome.js';
import type { StoredChecks } from '../../src/probe/probe-store.js';
import { HOUR_START_MS, withStore, withStores, type MakePlace } from './store-place.js';

const NOW_MS = HOUR_START_MS;
const MINUTE_MS = 60_000;
const PACE = { intervalMs: MINUTE_MS, leastDownMs: 0 };
const URL = `https://kik.com/?o'brien="😀"`;

/** What is known after these outcomes, a minute apart. */
export const checksOf = (...outcomes: readonly Outcome[]): StoredChecks => {
  let state: Parameters<typeof observe>[0];
  for (const [index, outcome] of outcomes.entries()) {
    state = observe(state, outcome, NOW_MS + index * MINUTE_MS, PACE);
  }
  return state ? { [URL]: state } : {};
};
export const answered: Outcome = { kind: 'answered', durationMs: 80 };
export const failed: Outcome = { kind: 'failed', failure: 'dns', detail: 'gone' };

/** What checks have found, and who asks. */
export function describeProbeStore(makePlace: MakePlace): void {
  test('what was found last is read back, per service and after a restart', () =>
    withStore(makePlace, async (store, place) => {
      assert.equal(await store.probe.readChecks('kik'), undefined);
      await store.probe.writeChecks('kik', checksOf(answered));
      const checks = checksOf(failed, failed, failed);
      await store.probe.writeChecks('kik', checks);
      assert.deepEqual(await store.probe.readChecks('kik'), checks);
      assert.equal(await store.probe.readChecks('discord'), undefined);
      const restarted = await place.open();
      try {
        assert.deepEqual(await restarted.probe.readChecks('kik'), checks);
      } finally {
        await restarted.close();
      }
    }));

  test('one process has the right to ask, until it runs out or is given up', () =>
    withStores(makePlace, 2, async (stores) => {
      const [one, two] = stores.map(({ probe }) => probe);
      assert.ok(one && two);
      const until = (minutes: number): [number, number] => [
        NOW_MS + minutes * MINUTE_MS,
        NOW_MS + (minutes + 3) * MINUTE_MS,
      ];
      assert.equal(await one.takeLease('one', ...until(0)), true);
      assert.equal(await two.takeLease('two', ...until(0)), false);
      assert.equal(await one.takeLease('one', ...until(2)), true);
      assert.equal(await two.takeLease('two', ...until(4)), false);
      assert.equal(await two.takeLease('two', ...until(5)), true);
      assert.equal(await one.takeLease('one', ...until(5)), false);
      // It is not the holder's any more.
      await one.releaseLease('one');
      assert.equal(await one.takeLease('one', ...until(5)), false);
      await two.releaseLease('two');
      assert.equal(await one.takeLease('one', ...until(5)), true);
    }));

  test('one process gets the right to ask where several want it at once', () =>
    withStores(makePlace, 4, async (stores) => {
      const taken = await Promise.all(
        stores.map(({ probe }, index) => probe.takeLease(`${index}`, NOW_MS, NOW_MS + MINUTE_MS)),
      );
      assert.equal(taken.filter(Boolean).length, 1);
    }));
}

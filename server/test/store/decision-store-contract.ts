import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Status } from 'outage-status/feed';
import { HOUR_MS, MINUTE_MS } from '../../src/lib/clock.js';
import type { Store } from '../../src/store/store-of.js';
import {
  addAll,
  addAt,
  decisionOf,
  HOUR_START_MS,
  reportOf,
  COUNT_WINDOW_MS,
  withStore,
  withStores,
  type MakePlace,
} from './store-place.js';

/** Decisions, their changes, and the counts they rest on. */
export function describeDecisionStore(makePlace: MakePlace): void {
  test('a service without a decision has no status change', () =>
    withStore(makePlace, async (store) => {
      assert.equal(await store.decisions.readDecision('kik'), undefined);
      assert.deepEqual(await store.history.readChanges('kik', 10), []);
    }));

  test('a decision is read back with the next revision', () =>
    withStore(makePlace, async (store) => {
      const memory = JSON.stringify({ note: `"quoted" ${'x'.repeat(8000)} 😀` });
      assert.equal(
        await store.decisions.writeDecision(decisionOf('operational', { memory }), 0),
        true,
      );
      assert.deepEqual(
        await store.decisions.readDecision('kik'),
        decisionOf('operational', { memory, revision: 1 }),
      );
      assert.equal(
        await store.decisions.writeDecision(decisionOf('operational', { memory: '' }), 1),
        true,
      );
      assert.deepEqual(
        await store.decisions.readDecision('kik'),
        decisionOf('operational', { memory: '', revision: 2 }),
      );
    }));

  test('a write that expects another revision changes nothing', () =>
    withStore(makePlace, async (store) => {
      assert.equal(await store.decisions.writeDecision(decisionOf('operational'), 1), false);
      assert.equal(await store.decisions.readDecision('kik'), undefined);
      await store.decisions.writeDecision(decisionOf('operational'), 0);
      for (const expected of [0, 2]) {
        assert.equal(
          await store.decisions.writeDecision(decisionOf('major_outage'), expected),
          false,
        );
      }
      assert.equal((await store.decisions.readDecision('kik'))?.status, 'operational');
      assert.equal((await store.history.readChanges('kik', 10)).length, 1);
    }));

  test('changes are recorded when the status differs, newest first, up to the limit', () =>
    withStore(makePlace, async (store) => {
      const statuses: Status[] = ['operational', 'operational', 'partial_outage', 'operational'];
      for (const [revision, status] of statuses.entries()) {
        await store.decisions.writeDecision(
          decisionOf(status, { sinceMs: HOUR_START_MS + revision }),
          revision,
        );
      }
      await store.decisions.writeDecision(decisionOf('major_outage', { serviceId: 'discord' }), 0);
      const changes = await store.history.readChanges('kik', 10);
      assert.deepEqual(changes, [
        { serviceId: 'kik', from: 'partial_outage', to: 'operational', atMs: HOUR_START_MS + 3 },
        { serviceId: 'kik', from: 'operational', to: 'partial_outage', atMs: HOUR_START_MS + 2 },
        { serviceId: 'kik', from: 'unknown', to: 'operational', atMs: HOUR_START_MS },
      ]);
      assert.deepEqual(await store.history.readChanges('kik', 1), changes.slice(0, 1));
    }));

  test('exactly one of the processes racing for one revision wins, and one change is recorded', () =>
    withStores(makePlace, 3, async (stores) => {
      for (let revision = 0; revision < 10; revision += 1) {
        const status = revision % 2 ? 'operational' : 'partial_outage';
        const wins = await Promise.all(
          stores.map((store, index) =>
            store.decisions.writeDecision(
              decisionOf(status, { memory: `store ${index}` }),
              revision,
            ),
          ),
        );
        assert.equal(wins.filter(Boolean).length, 1);
        const winner = wins.indexOf(true);
        for (const store of stores) {
          const decision = await store.decisions.readDecision('kik');
          assert.deepEqual(
            [decision?.revision, decision?.memory],
            [revision + 1, `store ${winner}`],
          );
        }
      }
      assert.equal((await (stores[0] as Store).history.readChanges('kik', 100)).length, 10);
    }));

  test('minutes come oldest first, by category, and minutes without reports are left out', () =>
    withStore(makePlace, async (store) => {
      await addAt(store, [MINUTE_MS, 0, MINUTE_MS - 1, 3 * MINUTE_MS, -1]);
      await store.history.importCounts('kik', [{ atMs: HOUR_START_MS, count: 5, category: 'zoo' }]);
      const rows = await store.decisions.countByMinute(
        'kik',
        HOUR_START_MS,
        HOUR_START_MS + 3 * MINUTE_MS,
      );
      assert.deepEqual(
        rows.map(({ atMs }) => (atMs - HOUR_START_MS) / MINUTE_MS),
        [0, 0, 1],
      );
      const first = rows.filter(({ atMs }) => atMs === HOUR_START_MS);
      assert.deepEqual(
        first.map(({ count }) => count).toSorted((left, right) => left - right),
        [2, 5],
      );
      assert.equal(first.find(({ category }) => category === 'zoo')?.count, 5);
      assert.equal(rows.at(-1)?.count, 1);
    }));

  test('hours come oldest first, and hours without reports are left out', () =>
    withStore(makePlace, async (store) => {
      await addAt(store, [2 * HOUR_MS + 1, -1, 0, HOUR_MS - 1]);
      assert.deepEqual(
        await store.decisions.countByHour(
          'kik',
          HOUR_START_MS - HOUR_MS,
          HOUR_START_MS + 3 * HOUR_MS,
        ),
        [
          { atMs: HOUR_START_MS - HOUR_MS, count: 1 },
          { atMs: HOUR_START_MS, count: 2 },
          { atMs: HOUR_START_MS + 2 * HOUR_MS, count: 1 },
        ],
      );
      assert.deepEqual(
        await store.decisions.countByHour('kik', HOUR_START_MS, HOUR_START_MS + HOUR_MS),
        [{ atMs: HOUR_START_MS, count: 2 }],
      );
    }));

  test('services are active while they have a report since the given minute', () =>
    withStore(makePlace, async (store) => {
      await addAll(
        store,
        [
          reportOf('a', { receivedAtMs: HOUR_START_MS + 30_000 }),
          reportOf('b', { serviceId: 'discord', receivedAtMs: HOUR_START_MS + 2 * MINUTE_MS }),
        ],
        COUNT_WINDOW_MS,
      );
      const activeSince = async (offsetMs: number): Promise<string[]> =>
        (await store.decisions.activeServices(HOUR_START_MS + offsetMs)).sort();
      assert.deepEqual(await activeSince(29_000), ['discord', 'kik']);
      assert.deepEqual(await activeSince(MINUTE_MS), ['discord']);
      assert.deepEqual(await activeSince(3 * MINUTE_MS), []);
    }));
}

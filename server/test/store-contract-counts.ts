import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR_MS, MINUTE_MS } from '../src/lib/clock.js';
import type { NewReport, Store } from '../src/store/store.js';
import {
  addAll,
  HOUR_START_MS,
  reportOf,
  VOICE_WINDOW_MS,
  withStore,
  withStores,
  type MakePlace,
} from './store-place.js';

const addAt = async (store: Store, offsetsMs: readonly number[]): Promise<void> => {
  await addAll(
    store,
    offsetsMs.map((offsetMs, index) =>
      reportOf(`${offsetMs}-${index}`, { receivedAtMs: HOUR_START_MS + offsetMs }),
    ),
    VOICE_WINDOW_MS,
  );
};

const minutes = (count: number): number => HOUR_START_MS + count * MINUTE_MS;

const sum = (counts: Iterable<number>): number => [...counts].reduce((a, b) => a + b, 0);

/** 50 reports in 50 minutes, of 40 visitors, from 5 sites, in 2 categories. */
const mixedBatch = (name: string): NewReport[] =>
  Array.from({ length: 50 }, (_, index) =>
    reportOf(`${name}-${index}`, {
      category: index % 3 ? 'messages' : 'login',
      origin: `https://blog-${index % 5}.example`,
      receivedAtMs: minutes(index),
      visitorHashes: [`visitor-${name}-${index % 40}`],
    }),
  );

/** Counters: what is read back in which interval. */
export function describeCounts(makePlace: MakePlace): void {
  test('counts are given per category, and categories without reports are left out', () =>
    withStore(makePlace, async (store) => {
      await addAll(
        store,
        [reportOf('a'), reportOf('b', { category: 'login' }), reportOf('c', { category: 'login' })],
        VOICE_WINDOW_MS,
      );
      const counts = await store.countByCategory('kik', HOUR_START_MS, HOUR_START_MS + HOUR_MS);
      assert.deepEqual(Object.fromEntries(counts), { login: 2, messages: 1 });
      assert.equal((await store.countByCategory('discord', 0, HOUR_START_MS + HOUR_MS)).size, 0);
    }));

  test('an interval holds its first minute and not its last', () =>
    withStore(makePlace, async (store) => {
      await addAt(store, [-1, 0, MINUTE_MS - 1, MINUTE_MS]);
      const count = async (fromMs: number, toMs: number): Promise<number | undefined> =>
        (await store.countByCategory('kik', HOUR_START_MS + fromMs, HOUR_START_MS + toMs)).get(
          'messages',
        );
      assert.equal(await count(0, MINUTE_MS), 2);
      assert.equal(await count(-MINUTE_MS, 0), 1);
      assert.equal(await count(-MINUTE_MS, 2 * MINUTE_MS), 4);
    }));

  test('intervals laid end to end count every report once, wherever they are cut', () =>
    withStore(makePlace, async (store) => {
      await addAt(store, [0, 20_000, 40_000, 59_999]);
      const cutMs = HOUR_START_MS + 30_000;
      const before = await store.countByCategory('kik', HOUR_START_MS - HOUR_MS, cutMs);
      const after = await store.countByCategory('kik', cutMs, HOUR_START_MS + HOUR_MS);
      assert.equal((before.get('messages') ?? 0) + (after.get('messages') ?? 0), 4);
    }));

  test('a series has every step, oldest first, empty ones as 0', () =>
    withStore(makePlace, async (store) => {
      const stepMs = 15 * MINUTE_MS;
      await addAt(store, [0, stepMs - 1, 2 * stepMs, 3 * stepMs + 5 * MINUTE_MS, 4 * stepMs]);
      assert.deepEqual(await store.countBySteps('kik', HOUR_START_MS, stepMs, 4), [2, 0, 1, 1]);
      assert.deepEqual(await store.countBySteps('discord', HOUR_START_MS, stepMs, 3), [0, 0, 0]);
    }));

  test('a series adds up the categories and starts where it is told', () =>
    withStore(makePlace, async (store) => {
      await addAll(store, [reportOf('a'), reportOf('b', { category: 'login' })], VOICE_WINDOW_MS);
      const fromMs = HOUR_START_MS - MINUTE_MS;
      assert.deepEqual(await store.countBySteps('kik', fromMs, MINUTE_MS, 3), [0, 2, 0]);
    }));

  test('counts per origin cover whole ten minutes, opaque and own origins included', () =>
    withStore(makePlace, async (store) => {
      await addAll(
        store,
        [
          reportOf('a', { origin: 'https://forum.example', receivedAtMs: minutes(0) }),
          reportOf('b', { origin: 'https://forum.example', receivedAtMs: minutes(9) }),
          reportOf('c', { origin: 'null', receivedAtMs: minutes(9) }),
          reportOf('d', { origin: '', receivedAtMs: minutes(9) }),
          reportOf('e', { origin: 'https://forum.example', receivedAtMs: minutes(10) }),
          reportOf('f', { origin: 'https://forum.example', receivedAtMs: minutes(-1) }),
        ],
        VOICE_WINDOW_MS,
      );
      const counts = await store.countByOrigin('kik', minutes(4), minutes(5));
      assert.deepEqual(Object.fromEntries(counts), {
        '': 1,
        'https://forum.example': 2,
        null: 1,
      });
    }));

  test('minutes come oldest first, by category, and minutes without reports are left out', () =>
    withStore(makePlace, async (store) => {
      await addAt(store, [MINUTE_MS, 0, MINUTE_MS - 1, 3 * MINUTE_MS, -1]);
      await store.importCounts('kik', [{ atMs: HOUR_START_MS, count: 5, category: 'zoo' }]);
      const rows = await store.countByMinute('kik', HOUR_START_MS, HOUR_START_MS + 3 * MINUTE_MS);
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
        await store.countByHour('kik', HOUR_START_MS - HOUR_MS, HOUR_START_MS + 3 * HOUR_MS),
        [
          { atMs: HOUR_START_MS - HOUR_MS, count: 1 },
          { atMs: HOUR_START_MS, count: 2 },
          { atMs: HOUR_START_MS + 2 * HOUR_MS, count: 1 },
        ],
      );
      assert.deepEqual(await store.countByHour('kik', HOUR_START_MS, HOUR_START_MS + HOUR_MS), [
        { atMs: HOUR_START_MS, count: 2 },
      ]);
    }));

  test('services are active while they have a report since the given minute', () =>
    withStore(makePlace, async (store) => {
      await addAll(
        store,
        [
          reportOf('a', { receivedAtMs: HOUR_START_MS + 30_000 }),
          reportOf('b', { serviceId: 'discord', receivedAtMs: HOUR_START_MS + 2 * MINUTE_MS }),
        ],
        VOICE_WINDOW_MS,
      );
      const activeSince = async (offsetMs: number): Promise<string[]> =>
        (await store.activeServices(HOUR_START_MS + offsetMs)).sort();
      assert.deepEqual(await activeSince(29_000), ['discord', 'kik']);
      assert.deepEqual(await activeSince(MINUTE_MS), ['discord']);
      assert.deepEqual(await activeSince(3 * MINUTE_MS), []);
    }));

  test('minute, hour and origin counters hold as many as were counted, from all processes', () =>
    withStores(makePlace, 2, async (stores) => {
      const outcomes = await Promise.all(
        stores.map((store, index) => addAll(store, mixedBatch(`${index}`), VOICE_WINDOW_MS)),
      );
      const counted = outcomes.flat().filter((outcome) => outcome === 'counted').length;
      assert.equal(counted, 80);
      const endMs = HOUR_START_MS + HOUR_MS;
      for (const store of stores) {
        assert.equal(sum((await store.countByCategory('kik', HOUR_START_MS, endMs)).values()), 80);
        assert.equal(sum((await store.countByOrigin('kik', HOUR_START_MS, endMs)).values()), 80);
        assert.equal(sum(await store.countBySteps('kik', HOUR_START_MS, MINUTE_MS, 60)), 80);
        assert.deepEqual(await store.countByHour('kik', HOUR_START_MS, endMs), [
          { atMs: HOUR_START_MS, count: 80 },
        ]);
      }
    }));

  test('imported counts add to what is there, in minutes and hours', () =>
    withStore(makePlace, async (store) => {
      await addAt(store, [0]);
      const counts = Array.from({ length: 1200 }, (_, index) => ({
        category: index % 2 ? 'messages' : 'login',
        atMs: HOUR_START_MS + index * MINUTE_MS + 1,
        count: 3,
      }));
      await store.importCounts('kik', [...counts, { category: 'login', atMs: 0, count: 0 }]);
      assert.deepEqual(await store.countBySteps('kik', HOUR_START_MS, MINUTE_MS, 2), [4, 3]);
      const hours = await store.countByHour('kik', 0, HOUR_START_MS + 24 * HOUR_MS);
      assert.deepEqual(hours.slice(0, 2), [
        { atMs: HOUR_START_MS, count: 181 },
        { atMs: HOUR_START_MS + HOUR_MS, count: 180 },
      ]);
      assert.equal(hours.length, 20);
    }));
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR_MS, MINUTE_MS } from '../../src/lib/clock.js';
import type { NewReport } from '../../src/reports/new-report.js';
import type { Store } from '../../src/store/store-of.js';
import {
  addAll,
  addAt,
  HOUR_START_MS,
  reportOf,
  COUNT_WINDOW_MS,
  withStore,
  withStores,
  type MakePlace,
} from './store-place.js';

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
        COUNT_WINDOW_MS,
      );
      const counts = await store.reports.countByCategory(
        'kik',
        HOUR_START_MS,
        HOUR_START_MS + HOUR_MS,
      );
      assert.deepEqual(Object.fromEntries(counts), { login: 2, messages: 1 });
      assert.equal(
        (await store.reports.countByCategory('discord', 0, HOUR_START_MS + HOUR_MS)).size,
        0,
      );
    }));

  test('an interval holds its first minute and not its last', () =>
    withStore(makePlace, async (store) => {
      await addAt(store, [-1, 0, MINUTE_MS - 1, MINUTE_MS]);
      const count = async (fromMs: number, toMs: number): Promise<number | undefined> =>
        (
          await store.reports.countByCategory('kik', HOUR_START_MS + fromMs, HOUR_START_MS + toMs)
        ).get('messages');
      assert.equal(await count(0, MINUTE_MS), 2);
      assert.equal(await count(-MINUTE_MS, 0), 1);
      assert.equal(await count(-MINUTE_MS, 2 * MINUTE_MS), 4);
    }));

  test('adjoining intervals count every report once, wherever they are cut', () =>
    withStore(makePlace, async (store) => {
      await addAt(store, [0, 20_000, 40_000, 59_999]);
      const cutMs = HOUR_START_MS + 30_000;
      const before = await store.reports.countByCategory('kik', HOUR_START_MS - HOUR_MS, cutMs);
      const after = await store.reports.countByCategory('kik', cutMs, HOUR_START_MS + HOUR_MS);
      assert.equal((before.get('messages') ?? 0) + (after.get('messages') ?? 0), 4);
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
        COUNT_WINDOW_MS,
      );
      const counts = await store.reports.countByOrigin('kik', minutes(4), minutes(5));
      assert.deepEqual(Object.fromEntries(counts), {
        '': 1,
        'https://forum.example': 2,
        null: 1,
      });
    }));

  test('minute, hour and origin counters add up the reports of all processes', () =>
    withStores(makePlace, 2, async (stores) => {
      const outcomes = await Promise.all(
        stores.map((store, index) => addAll(store, mixedBatch(`${index}`), COUNT_WINDOW_MS)),
      );
      const counted = outcomes.flat().filter((outcome) => outcome === 'counted').length;
      assert.equal(counted, 80);
      const endMs = HOUR_START_MS + HOUR_MS;
      for (const store of stores) {
        assert.equal(
          sum((await store.reports.countByCategory('kik', HOUR_START_MS, endMs)).values()),
          80,
        );
        assert.equal(
          sum((await store.reports.countByOrigin('kik', HOUR_START_MS, endMs)).values()),
          80,
        );
        assert.equal(
          sum(await store.history.countBySteps('kik', HOUR_START_MS, MINUTE_MS, 60)),
          80,
        );
        assert.deepEqual(await store.decisions.countByHour('kik', HOUR_START_MS, endMs), [
          { atMs: HOUR_START_MS, count: 80 },
        ]);
      }
    }));

  test('a salt is 32 random bytes, the same for all processes that ask at once, different every day', () =>
    withStores(makePlace, 3, async (stores) => {
      const salts = await Promise.all(stores.map((store) => store.reports.readSalt('2026-11-22')));
      assert.equal(new Set(salts).size, 1);
      assert.match(String(salts[0]), /^[0-9a-f]{64}$/);
      assert.equal(await (stores[0] as Store).reports.readSalt('2026-11-22'), salts[0]);
      assert.notEqual(await (stores[0] as Store).reports.readSalt('2026-11-23'), salts[0]);
    }));
}

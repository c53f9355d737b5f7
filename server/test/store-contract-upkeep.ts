import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../src/lib/clock.js';
import type { Store } from '../src/store/store.js';
import {
  addAll,
  countAll,
  HOUR_START_MS,
  reportOf,
  VOICE_WINDOW_MS,
  withStore,
  withStores,
  type MakePlace,
} from './store-place.js';

const NOW_MS = HOUR_START_MS;

const at = (receivedAtMs: number): { receivedAtMs: number } => ({ receivedAtMs });

/** Salts, forgetting, reopening, hostile texts and a store that is gone. */
export function describeUpkeep(makePlace: MakePlace): void {
  test('a salt is 32 random bytes, the same for all processes that ask at once, another every day', () =>
    withStores(makePlace, 3, async (stores) => {
      const salts = await Promise.all(stores.map((store) => store.readSalt('2026-11-22')));
      assert.equal(new Set(salts).size, 1);
      assert.match(String(salts[0]), /^[0-9a-f]{64}$/);
      assert.equal(await (stores[0] as Store).readSalt('2026-11-22'), salts[0]);
      assert.notEqual(await (stores[0] as Store).readSalt('2026-11-23'), salts[0]);
    }));

  test('purge forgets a visitor after 24 hours and not before', () =>
    withStore(makePlace, async (store) => {
      const longWindowMs = 30 * DAY_MS;
      await addAll(
        store,
        [reportOf('old', at(NOW_MS - DAY_MS - 1)), reportOf('kept', at(NOW_MS - DAY_MS))],
        longWindowMs,
      );
      await store.purge(NOW_MS, 30);
      const again = await addAll(
        store,
        [
          reportOf('again-old', { ...at(NOW_MS), visitorHashes: ['visitor-old'] }),
          reportOf('again-kept', { ...at(NOW_MS), visitorHashes: ['visitor-kept'] }),
        ],
        longWindowMs,
      );
      assert.deepEqual(again, ['counted', 'already_reported']);
    }));

  test('purge forgets a salt 24 hours after its day has ended', () =>
    withStore(makePlace, async (store) => {
      const days = ['2026-11-20', '2026-11-21', '2026-11-22'];
      const before = await Promise.all(days.map((day) => store.readSalt(day)));
      await store.purge(Date.parse('2026-11-22T00:00:00Z'), 30);
      const after = await Promise.all(days.map((day) => store.readSalt(day)));
      assert.deepEqual(
        days.map((_, index) => before[index] === after[index]),
        [false, true, true],
      );
    }));

  test('purge forgets report rows, minutes and origins after 48 hours and keeps their hours', () =>
    withStore(makePlace, async (store) => {
      const oldMs = NOW_MS - 2 * DAY_MS - MINUTE_MS;
      const keptMs = NOW_MS - 2 * DAY_MS;
      const old = reportOf('old', { receivedAtMs: oldMs });
      const kept = reportOf('kept', { receivedAtMs: keptMs });
      await addAll(store, [old, kept], VOICE_WINDOW_MS);
      await store.purge(NOW_MS, 30);
      assert.deepEqual(await store.countBySteps('kik', oldMs, MINUTE_MS, 2), [0, 1]);
      assert.deepEqual([...(await store.countByOrigin('kik', oldMs, NOW_MS)).values()], [1]);
      assert.equal((await store.countByHour('kik', oldMs - HOUR_MS, NOW_MS)).length, 2);
      // The forgotten key counts like a new one, the kept one is still known.
      const now = { receivedAtMs: NOW_MS };
      await addAll(
        store,
        [
          { ...old, ...now },
          { ...kept, ...now },
        ],
        VOICE_WINDOW_MS,
      );
      assert.deepEqual(await store.countBySteps('kik', NOW_MS, MINUTE_MS, 1), [1]);
    }));

  test('purge forgets hours and changes after the days of history', () =>
    withStore(makePlace, async (store) => {
      const startMs = NOW_MS - 7 * DAY_MS;
      const times = [startMs - HOUR_MS, startMs, NOW_MS - HOUR_MS];
      await store.importCounts(
        'kik',
        times.map((atMs) => ({ category: 'messages', atMs, count: 2 })),
      );
      const decision = { serviceId: 'kik', memory: '', revision: 0 };
      await store.writeDecision({ ...decision, status: 'major_outage', sinceMs: startMs - 1 }, 0);
      await store.writeDecision({ ...decision, status: 'operational', sinceMs: startMs }, 1);
      await store.purge(NOW_MS, 7);
      const hours = await store.countByHour('kik', 0, NOW_MS);
      assert.deepEqual(
        hours.map(({ atMs }) => atMs),
        times.slice(1),
      );
      const changes = await store.readChanges('kik', 10);
      assert.deepEqual(
        changes.map(({ to }) => to),
        ['operational'],
      );
      assert.equal((await store.readDecision('kik'))?.revision, 2);
    }));

  test('purge forgets more than fits into one chunk', () =>
    withStore(makePlace, async (store) => {
      for (let batch = 0; batch < 5; batch += 1) {
        const reports = Array.from({ length: 500 }, (_, index) =>
          reportOf(`${batch}-${index}`, { receivedAtMs: NOW_MS - 3 * DAY_MS }),
        );
        await addAll(store, reports, VOICE_WINDOW_MS);
      }
      await store.purge(NOW_MS, 30);
      const outcomes = await addAll(
        store,
        [0, 1, 2, 3, 4].map((batch) => reportOf(`${batch}-499`)),
        VOICE_WINDOW_MS,
      );
      assert.deepEqual(
        outcomes,
        Array.from({ length: 5 }, () => 'counted'),
      );
      assert.equal(await countAll(store), 5);
    }));

  test('everything survives closing and opening again', () =>
    withStore(makePlace, async (store, place) => {
      const salt = await store.readSalt('2026-11-22');
      await addAll(store, [reportOf('ann')], VOICE_WINDOW_MS);
      await store.writeDecision(
        { serviceId: 'kik', status: 'operational', sinceMs: 1, memory: 'm', revision: 0 },
        0,
      );
      await store.close();
      const reopened = await place.open();
      try {
        assert.equal(await reopened.readSalt('2026-11-22'), salt);
        assert.equal((await reopened.readDecision('kik'))?.memory, 'm');
        await addAll(reopened, [reportOf('ann')], VOICE_WINDOW_MS);
        assert.equal(await countAll(reopened), 1);
      } finally {
        await reopened.close();
      }
    }));

  test('close lets what is under way finish', () =>
    withStore(makePlace, async (store, place) => {
      const adding = [0, 1, 2].map((index) =>
        addAll(store, [reportOf(`n${index}`)], VOICE_WINDOW_MS),
      );
      await store.close();
      assert.deepEqual((await Promise.all(adding)).flat(), ['counted', 'counted', 'counted']);
      const reopened = await place.open();
      assert.equal(await countAll(reopened), 3);
      await reopened.close();
    }));

  test('a closed store rejects with a StoreError and may be closed twice', () =>
    withStore(makePlace, async (store) => {
      await store.check();
      await store.close();
      await store.close();
      const unavailable = { name: 'StoreError', code: 'unavailable' };
      await assert.rejects(store.check(), unavailable);
      await assert.rejects(addAll(store, [reportOf('ann')], VOICE_WINDOW_MS), unavailable);
      await assert.rejects(store.readDecision('kik'), unavailable);
    }));

  test('texts that look like SQL or come in any script are stored as they are', () =>
    withStore(makePlace, async (store) => {
      const texts = [
        `'; drop table reports; --`,
        `"q" \\ %s $1 ?`,
        'كيك',
        '😀',
        `a\nb\tc`,
        `O'Hara`,
      ];
      for (const text of texts) {
        const hostile = reportOf(text, {
          serviceId: text,
          category: text,
          idempotencyKey: text,
          visitorHashes: [text],
          origin: text,
        });
        assert.deepEqual(await addAll(store, [hostile, hostile], VOICE_WINDOW_MS), [
          'counted',
          'counted',
        ]);
        const counts = await store.countByCategory(text, NOW_MS, NOW_MS + 1);
        assert.deepEqual([...counts], [[text, 1]]);
        const origins = await store.countByOrigin(text, NOW_MS, NOW_MS + 1);
        assert.deepEqual([...origins], [[text, 1]]);
      }
      assert.deepEqual((await store.activeServices(NOW_MS)).sort(), texts.sort());
    }));

  test('a text that no database can hold is refused before it touches the batch', () =>
    withStore(makePlace, async (store) => {
      const unstorable = ['a\0b', '\ud800', 'x'.repeat(513)];
      for (const text of unstorable) {
        for (const fields of [
          { idempotencyKey: text },
          { origin: text },
          { category: text },
          { visitorHashes: ['fine', text] as const },
        ]) {
          await assert.rejects(
            addAll(store, [reportOf('fine'), reportOf('bad', fields)], VOICE_WINDOW_MS),
            {
              name: 'StoreError',
              code: 'invalid',
              message: new RegExp(String(Object.keys(fields)[0])),
            },
          );
        }
      }
      assert.equal(await countAll(store), 0);
    }));

  test('the longest storable texts are stored', () =>
    withStore(makePlace, async (store) => {
      // Random enough that Postgres cannot compress the index entry, four bytes per two UTF-16 units.
      const longest = Array.from({ length: 256 }, (_, index) =>
        String.fromCodePoint(0x1_0000 + ((index * 7919) % 60_000)),
      ).join('');
      const outcomes = await addAll(
        store,
        [reportOf('long', { origin: longest, idempotencyKey: longest, category: longest })],
        VOICE_WINDOW_MS,
      );
      assert.deepEqual(outcomes, ['counted']);
      assert.deepEqual(
        [...(await store.countByOrigin('kik', NOW_MS, NOW_MS + 1)).keys()],
        [longest],
      );
    }));
}

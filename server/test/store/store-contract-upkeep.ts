import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/lib/clock.js';
import { answered, checksOf, failed } from './probe-store-contract.js';
import {
  addAll,
  countAll,
  decisionOf,
  HOUR_START_MS,
  officialOf,
  reportOf,
  COUNT_WINDOW_MS,
  withStore,
  type MakePlace,
} from './store-place.js';

const NOW_MS = HOUR_START_MS;

const at = (receivedAtMs: number): { receivedAtMs: number } => ({ receivedAtMs });

/** Forgetting, announcing, reopening, and a store that is gone. */
export function describeUpkeep(makePlace: MakePlace): void {
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
      const before = await Promise.all(days.map((day) => store.reports.readSalt(day)));
      await store.purge(Date.parse('2026-11-22T00:00:00Z'), 30);
      const after = await Promise.all(days.map((day) => store.reports.readSalt(day)));
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
      await addAll(store, [old, kept], COUNT_WINDOW_MS);
      await store.purge(NOW_MS, 30);
      assert.deepEqual(await store.history.countBySteps('kik', oldMs, MINUTE_MS, 2), [0, 1]);
      assert.deepEqual(
        [...(await store.reports.countByOrigin('kik', oldMs, NOW_MS)).values()],
        [1],
      );
      assert.equal((await store.decisions.countByHour('kik', oldMs - HOUR_MS, NOW_MS)).length, 2);
      // The forgotten key counts like a new one, the kept one is still known.
      const now = { receivedAtMs: NOW_MS };
      await addAll(
        store,
        [
          { ...old, ...now },
          { ...kept, ...now },
        ],
        COUNT_WINDOW_MS,
      );
      assert.deepEqual(await store.history.countBySteps('kik', NOW_MS, MINUTE_MS, 1), [1]);
    }));

  test('purge forgets hours and changes after the days of history', () =>
    withStore(makePlace, async (store) => {
      const startMs = NOW_MS - 7 * DAY_MS;
      const times = [startMs - HOUR_MS, startMs, NOW_MS - HOUR_MS];
      await store.history.importCounts(
        'kik',
        times.map((atMs) => ({ category: 'messages', atMs, count: 2 })),
      );
      const decision = { serviceId: 'kik', memory: '', revision: 0 };
      await store.decisions.writeDecision(
        { ...decision, status: 'major_outage', sinceMs: startMs - 1 },
        0,
      );
      await store.decisions.writeDecision(
        { ...decision, status: 'operational', sinceMs: startMs },
        1,
      );
      await store.purge(NOW_MS, 7);
      const hours = await store.decisions.countByHour('kik', 0, NOW_MS);
      assert.deepEqual(
        hours.map(({ atMs }) => atMs),
        times.slice(1),
      );
      const changes = await store.history.readChanges('kik', 10);
      assert.deepEqual(
        changes.map(({ to }) => to),
        ['operational'],
      );
      assert.equal((await store.decisions.readDecision('kik'))?.revision, 2);
    }));

  test('purge forgets more than fits into one chunk', () =>
    withStore(makePlace, async (store) => {
      for (let batch = 0; batch < 5; batch += 1) {
        const reports = Array.from({ length: 500 }, (_, index) =>
          reportOf(`${batch}-${index}`, { receivedAtMs: NOW_MS - 3 * DAY_MS }),
        );
        await addAll(store, reports, COUNT_WINDOW_MS);
      }
      await store.purge(NOW_MS, 30);
      const outcomes = await addAll(
        store,
        [0, 1, 2, 3, 4].map((batch) => reportOf(`${batch}-499`)),
        COUNT_WINDOW_MS,
      );
      assert.deepEqual(
        outcomes,
        Array.from({ length: 5 }, () => 'counted'),
      );
      assert.equal(await countAll(store), 5);
    }));

  test('everything survives closing and opening again', () =>
    withStore(makePlace, async (store, place) => {
      const salt = await store.reports.readSalt('2026-11-22');
      await addAll(store, [reportOf('ann')], COUNT_WINDOW_MS);
      await store.decisions.writeDecision(
        { serviceId: 'kik', status: 'operational', sinceMs: 1, memory: 'm', revision: 0 },
        0,
      );
      await store.close();
      const reopened = await place.open();
      try {
        assert.equal(await reopened.reports.readSalt('2026-11-22'), salt);
        assert.equal((await reopened.decisions.readDecision('kik'))?.memory, 'm');
        await addAll(reopened, [reportOf('ann')], COUNT_WINDOW_MS);
        assert.equal(await countAll(reopened), 1);
      } finally {
        await reopened.close();
      }
    }));

  test('close waits for open calls', () =>
    withStore(makePlace, async (store, place) => {
      const adding = [0, 1, 2].map((index) =>
        addAll(store, [reportOf(`n${index}`)], COUNT_WINDOW_MS),
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
      await assert.rejects(addAll(store, [reportOf('ann')], COUNT_WINDOW_MS), unavailable);
      await assert.rejects(store.decisions.readDecision('kik'), unavailable);
    }));

  test('a change listener hears of a changed status, official state or reachability, and of nothing else', () =>
    withStore(makePlace, async (store) => {
      const heard: string[] = [];
      const waiting = new Set<() => void>();
      const stop = store.onChange((serviceId) => {
        heard.push(serviceId);
        for (const check of waiting) check();
      });
      // The last service is changed to know that everything before it has been told.
      const heardUntil = async (last: string): Promise<string[]> => {
        await store.decisions.writeDecision(decisionOf('operational', { serviceId: last }), 0);
        await new Promise<void>((resolve) => {
          const check = (): void => {
            if (heard.includes(last)) resolve();
          };
          waiting.add(check);
          check();
        });
        return heard.splice(0);
      };
      await store.decisions.writeDecision(decisionOf('operational'), 0);
      await store.decisions.writeDecision(decisionOf('operational', { memory: 'other' }), 1);
      await store.decisions.writeDecision(decisionOf('major_outage'), 0);
      assert.deepEqual(await heardUntil('end-1'), ['kik', 'end-1']);
      await store.official.writeOfficial('discord', officialOf());
      await store.official.writeOfficial(
        'discord',
        officialOf({ checkedAt: '2026-11-22T09:01:00Z' }),
      );
      assert.deepEqual(await heardUntil('end-2'), ['discord', 'end-2']);
      assert.equal(
        (await store.official.readOfficial('discord'))?.checkedAt,
        '2026-11-22T09:01:00Z',
      );
      await store.probe.writeChecks('discord', checksOf(answered));
      await store.probe.writeChecks('discord', checksOf(answered, answered, failed));
      assert.deepEqual(await heardUntil('end-3'), ['discord', 'end-3']);
      await store.probe.writeChecks('discord', checksOf(answered, failed, failed, failed));
      assert.deepEqual(await heardUntil('end-4'), ['discord', 'end-4']);

      const others: string[] = [];
      const heardByOther = new Promise<void>((resolve) => {
        store.onChange((serviceId) => {
          others.push(serviceId);
          resolve();
        });
      });
      stop();
      await store.decisions.writeDecision(decisionOf('major_outage'), 2);
      await heardByOther;
      assert.deepEqual([others, heard], [['kik'], []]);
    }));
}

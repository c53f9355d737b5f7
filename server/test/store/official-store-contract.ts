import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_MS } from '../../src/lib/clock.js';
import {
  HOUR_START_MS,
  incidentOf,
  officialOf,
  withStore,
  withStores,
  type MakePlace,
} from './store-place.js';

const NOW_MS = HOUR_START_MS;

/** What vendors' pages say, and the incidents they list. */
export function describeOfficialStore(makePlace: MakePlace): void {
  test('the newest official state is read back, per service', () =>
    withStore(makePlace, async (store) => {
      assert.equal(await store.official.readOfficial('kik'), undefined);
      const official = officialOf({
        status: 'partial_outage',
        url: 'https://status.example/',
        incidents: [
          {
            id: '1',
            title: `O'Brien's "incident" 😀`,
            status: 'investigating',
            impact: 'major',
            startedAt: '2026-11-22T08:00:00Z',
            endedAt: null,
            source: 'official',
          },
        ],
      });
      await store.official.writeOfficial('kik', officialOf());
      await store.official.writeOfficial('kik', official);
      assert.deepEqual(await store.official.readOfficial('kik'), official);
      assert.equal(await store.official.readOfficial('discord'), undefined);
    }));

  test('an open incident ends when the page drops it, and a resolved one keeps its own end', () =>
    withStore(makePlace, async (store) => {
      const resolved = incidentOf('b', { status: 'resolved', endedAt: '2026-11-22T08:45:00Z' });
      await store.official.recordVendorIncidents('kik', [incidentOf('a'), resolved], NOW_MS);
      await store.official.recordVendorIncidents('discord', [incidentOf('a')], NOW_MS);
      await store.official.recordVendorIncidents('kik', [], NOW_MS + 60_000);
      await store.official.recordVendorIncidents('kik', [], NOW_MS + 120_000);
      const [first, second] = await store.history.readIncidents('kik', 0, 10);
      assert.deepEqual(
        first,
        incidentOf('a', { status: 'resolved', endedAt: '2026-11-22T09:01:00Z' }),
      );
      assert.deepEqual(second, resolved);
      assert.equal((await store.history.readIncidents('discord', 0, 10))[0]?.endedAt, null);
    }));

  test('an incident that comes back is open again, and keeps its first beginning', () =>
    withStore(makePlace, async (store) => {
      await store.official.recordVendorIncidents('kik', [incidentOf('a')], NOW_MS);
      await store.official.recordVendorIncidents('kik', [], NOW_MS);
      const again = incidentOf('a', { title: 'Worse', startedAt: '2026-11-22T09:30:00Z' });
      await store.official.recordVendorIncidents('kik', [again], NOW_MS);
      assert.deepEqual(await store.history.readIncidents('kik', 0, 10), [
        { ...again, startedAt: '2026-11-22T08:00:00Z' },
      ]);
    }));

  test('an incident without a start begins when it was first seen, in every process and after a restart', () =>
    withStore(makePlace, async (store, place) => {
      const undated = incidentOf('a', { startedAt: null });
      const ended = incidentOf('b', {
        startedAt: null,
        status: 'resolved',
        endedAt: '2026-11-22T08:45:00Z',
      });
      const startsIn = async (from: typeof store, seenAtMs: number): Promise<unknown[]> => {
        const listed = [undated, ended];
        const recorded = await from.official.recordVendorIncidents('kik', listed, seenAtMs);
        assert.deepEqual(
          recorded.map((incident) => ({ ...incident, startedAt: null })),
          listed,
        );
        return recorded.map(({ startedAt }) => startedAt);
      };
      const starts = ['2026-11-22T09:00:00Z', '2026-11-22T08:45:00Z'];
      assert.deepEqual(await startsIn(store, NOW_MS), starts);
      assert.deepEqual(await startsIn(store, NOW_MS + 60_000), starts);
      const restarted = await place.open();
      try {
        assert.deepEqual(await startsIn(restarted, NOW_MS + 30 * DAY_MS), starts);
      } finally {
        await restarted.close();
      }
      const told = incidentOf('a', { startedAt: '2026-11-22T07:00:00Z' });
      const recorded = await store.official.recordVendorIncidents('kik', [told], NOW_MS);
      assert.deepEqual(recorded, [told]);
    }));

  test('an incident without a start that comes back soon goes on, and begins again later', () =>
    withStore(makePlace, async (store) => {
      const undated = incidentOf('a', { startedAt: null });
      const record = async (listed: (typeof undated)[], seenAtMs: number): Promise<unknown[]> => {
        const recorded = await store.official.recordVendorIncidents('kik', listed, seenAtMs);
        return recorded.map(({ startedAt }) => startedAt);
      };
      await record([undated], NOW_MS);
      await record([], NOW_MS + 60_000);
      assert.deepEqual(await record([undated], NOW_MS + 120_000), ['2026-11-22T09:00:00Z']);
      await record([], NOW_MS + 180_000);
      assert.deepEqual(await record([undated], NOW_MS + 2 * DAY_MS), ['2026-11-24T09:00:00Z']);
      assert.deepEqual(await record([undated], NOW_MS + 3 * DAY_MS), ['2026-11-24T09:00:00Z']);
    }));

  test('maintenance that recurs under one id begins each time', () =>
    withStore(makePlace, async (store) => {
      for (const day of [22, 23, 24]) {
        const work = incidentOf('a', {
          impact: 'maintenance',
          startedAt: `2026-11-${day}T08:00:00Z`,
        });
        const seenAtMs = NOW_MS + (day - 22) * DAY_MS;
        for (const laterMs of [0, 60_000]) {
          const recorded = await store.official.recordVendorIncidents(
            'kik',
            [work],
            seenAtMs + laterMs,
          );
          assert.deepEqual(recorded, [work]);
        }
        await store.official.recordVendorIncidents('kik', [], seenAtMs + 120_000);
      }
    }));

  test('a list as long as one reading carries ends nothing', () =>
    withStore(makePlace, async (store) => {
      const many = Array.from({ length: 20 }, (_, index) => incidentOf(`n${index}`));
      await store.official.recordVendorIncidents('kik', [incidentOf('a')], NOW_MS);
      await store.official.recordVendorIncidents('kik', many, NOW_MS);
      const read = await store.history.readIncidents('kik', 0, 100);
      assert.equal(read.filter(({ endedAt }) => endedAt === null).length, 21);
    }));

  test('processes that record the same page at once agree', () =>
    withStores(makePlace, 3, async (stores) => {
      const listed = [incidentOf('a'), incidentOf('b')];
      await Promise.all(
        stores.map((store) => store.official.recordVendorIncidents('kik', listed, NOW_MS)),
      );
      await Promise.all(
        stores.map((store) => store.official.recordVendorIncidents('kik', [], NOW_MS)),
      );
      for (const store of stores) {
        const read = await store.history.readIncidents('kik', 0, 10);
        assert.deepEqual(
          read.map(({ endedAt }) => endedAt),
          ['2026-11-22T09:00:00Z', '2026-11-22T09:00:00Z'],
        );
      }
    }));
}

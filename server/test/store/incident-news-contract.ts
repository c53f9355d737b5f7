import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_MS, MINUTE_MS } from '../../src/lib/clock.js';
import type { Store } from '../../src/store/store-of.js';
import { HOUR_START_MS, incidentOf, withStore, withStores, type MakePlace } from './store-place.js';

const NOW_MS = HOUR_START_MS;

const at = (ms: number): string => new Date(ms).toISOString().replace('.000', '');

const endedAt = (ms: number) => ({ status: 'resolved' as const, endedAt: at(ms) });

/** Id, turn and minutes since {@link NOW_MS} of every piece of news, newest first. */
const readNews = async (store: Store): Promise<[string, number, number][]> =>
  (await store.history.readIncidentNews('kik', 100)).map(({ incident, turn, seenAtMs }) => [
    incident.id,
    turn,
    (seenAtMs - NOW_MS) / MINUTE_MS,
  ]);

/** When a vendor's incidents were first seen to begin and to end. */
export function describeIncidentNews(makePlace: MakePlace): void {
  test('beginning, end and return of an incident are news once, at the time they were seen', () =>
    withStore(makePlace, async (store, place) => {
      const look = (minute: number, ...listed: Parameters<typeof incidentOf>[1][]): Promise<void> =>
        store.official
          .recordVendorIncidents(
            'kik',
            listed.map((changes) => incidentOf('a', changes)),
            NOW_MS + minute * MINUTE_MS,
          )
          .then(() => undefined);
      await look(0, {});
      await look(1, { title: 'Worse', status: 'identified' });
      assert.deepEqual(await readNews(store), [['a', 1, 0]]);
      await look(2, endedAt(NOW_MS - 5 * MINUTE_MS));
      await look(3, endedAt(NOW_MS));
      await look(4);
      const over: [string, number, number][] = [
        ['a', 2, 2],
        ['a', 1, 0],
      ];
      assert.deepEqual(await readNews(store), over);
      await store.close();
      const reopened = await place.open();
      try {
        assert.deepEqual(await readNews(reopened), over);
        await reopened.official.recordVendorIncidents(
          'kik',
          [incidentOf('a')],
          NOW_MS + 9 * MINUTE_MS,
        );
        await reopened.official.recordVendorIncidents('kik', [], NOW_MS + 10 * MINUTE_MS);
        assert.deepEqual(await readNews(reopened), [['a', 4, 10], ['a', 3, 9], ...over]);
        const [last] = await reopened.history.readIncidentNews('kik', 1);
        assert.equal(last?.incident.endedAt, at(NOW_MS + 10 * MINUTE_MS));
        assert.deepEqual(await reopened.history.readIncidentNews('discord', 10), []);
      } finally {
        await reopened.close();
      }
    }));

  test('an incident that was over at the first look is news as of its own end, unless that is a day ago or less', () =>
    withStore(makePlace, async (store) => {
      const listed = [
        incidentOf('old', { startedAt: at(NOW_MS - 3 * DAY_MS), ...endedAt(NOW_MS - 2 * DAY_MS) }),
        incidentOf('missed', endedAt(NOW_MS - MINUTE_MS)),
      ];
      await store.official.recordVendorIncidents('kik', listed, NOW_MS);
      await store.official.recordVendorIncidents('kik', listed, NOW_MS + MINUTE_MS);
      assert.deepEqual(await readNews(store), [
        ['missed', 2, 0],
        ['old', 2, -2 * 24 * 60],
      ]);
    }));

  test('incidents of a list as long as a reading carries are news too', () =>
    withStore(makePlace, async (store) => {
      const many = Array.from({ length: 20 }, (_, index) => incidentOf(`n${index}`));
      await store.official.recordVendorIncidents('kik', many, NOW_MS);
      assert.equal((await readNews(store)).length, 20);
    }));

  test('an import is no news', () =>
    withStore(makePlace, async (store) => {
      await store.history.importIncidents([
        {
          ...incidentOf('a', { source: 'archive' }),
          startedAt: '2026-11-22T08:00:00Z',
          serviceId: 'kik',
        },
      ]);
      await store.official.recordVendorIncidents('kik', [], NOW_MS);
      assert.deepEqual(await readNews(store), []);
    }));

  test('processes that look at once agree on one time', () =>
    withStores(makePlace, 3, async (stores) => {
      for (const listed of [[incidentOf('a')], []]) {
        await Promise.all(
          stores.map((store, index) =>
            store.official.recordVendorIncidents('kik', listed, NOW_MS + index * MINUTE_MS),
          ),
        );
      }
      const [first, ...others] = await Promise.all(stores.map(readNews));
      assert.deepEqual(first?.map(([, turn]) => turn).toSorted(), [1, 2]);
      for (const other of others) assert.deepEqual(other, first);
    }));

  test('purge forgets news after the days of history', () =>
    withStore(makePlace, async (store) => {
      const startMs = NOW_MS - 7 * DAY_MS;
      await store.official.recordVendorIncidents('kik', [incidentOf('a')], startMs - 1);
      await store.official.recordVendorIncidents('kik', [], startMs);
      await store.purge(NOW_MS, 7);
      assert.deepEqual(
        (await readNews(store)).map(([, turn]) => turn),
        [2],
      );
    }));
}

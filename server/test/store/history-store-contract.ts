import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Incident } from 'outage-status/feed';
import type { StoredIncident } from '../../src/feed/history-store.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/lib/clock.js';
import {
  addAll,
  addAt,
  HOUR_START_MS,
  incidentOf,
  reportOf,
  COUNT_WINDOW_MS,
  withStore,
  type MakePlace,
} from './store-place.js';

const NOW_MS = HOUR_START_MS;

const importedOf = (id: string, changes: Partial<StoredIncident> = {}): StoredIncident => ({
  ...incidentOf(id),
  serviceId: 'kik',
  source: 'archive',
  status: 'resolved',
  startedAt: '2019-11-25T13:00:00Z',
  endedAt: '2019-11-25T18:00:00Z',
  ...changes,
});

/** Incidents, series, and what is imported. */
export function describeHistoryStore(makePlace: MakePlace): void {
  test('an incident is read back as the vendor wrote it, newest first, per service', () =>
    withStore(makePlace, async (store) => {
      const { url: _url, ...withoutUrl } = incidentOf('b', { startedAt: '2026-11-22T08:30:00Z' });
      await store.official.recordVendorIncidents('kik', [incidentOf('a'), withoutUrl], NOW_MS);
      assert.deepEqual(await store.history.readIncidents('kik', 0, 10), [
        withoutUrl,
        incidentOf('a'),
      ]);
      assert.deepEqual(await store.history.readIncidents('kik', 0, 1), [withoutUrl]);
      assert.deepEqual(await store.history.readIncidents('discord', 0, 10), []);
    }));

  test('incidents are read that are open or ended late enough', () =>
    withStore(makePlace, async (store) => {
      const endOf = (endedAt: string): Partial<Incident> => ({ status: 'resolved', endedAt });
      await store.official.recordVendorIncidents(
        'kik',
        [
          incidentOf('open', { startedAt: '2026-01-01T00:00:00Z' }),
          incidentOf('at', endOf('2026-11-22T09:00:00Z')),
          incidentOf('before', endOf('2026-11-22T08:59:59Z')),
        ],
        NOW_MS,
      );
      const ids = (await store.history.readIncidents('kik', NOW_MS, 10)).map(({ id }) => id);
      assert.deepEqual(ids, ['at', 'open']);
    }));

  test('an import adds, changes or leaves alone, and twice is once', () =>
    withStore(makePlace, async (store) => {
      const incidents = [
        importedOf('a'),
        importedOf('b'),
        importedOf('a', { serviceId: 'discord' }),
      ];
      assert.deepEqual(await store.history.importIncidents(incidents), {
        added: 3,
        changed: 0,
        unchanged: 0,
      });
      assert.deepEqual(await store.history.importIncidents(incidents), {
        added: 0,
        changed: 0,
        unchanged: 3,
      });
      const changed = [importedOf('a', { title: 'New' }), importedOf('b'), importedOf('c')];
      assert.deepEqual(await store.history.importIncidents(changed), {
        added: 1,
        changed: 1,
        unchanged: 1,
      });
      const read = await store.history.readIncidents('kik', 0, 10);
      assert.deepEqual(
        read.map(({ id, title }) => [id, title === 'New']),
        [
          ['a', true],
          ['b', false],
          ['c', false],
        ],
      );
    }));

  test('a page never ends an imported incident, even under the same id', () =>
    withStore(makePlace, async (store) => {
      const open = importedOf('a', { status: 'investigating', endedAt: null });
      await store.history.importIncidents([open]);
      await store.official.recordVendorIncidents('kik', [], NOW_MS);
      assert.equal((await store.history.readIncidents('kik', 0, 10))[0]?.endedAt, null);
    }));

  test('purge forgets a vendor’s ended incident after the days of history, but no open or imported one', () =>
    withStore(makePlace, async (store) => {
      const endedAt = (ms: number): Partial<Incident> => ({
        status: 'resolved',
        startedAt: '2026-01-01T00:00:00Z',
        endedAt: new Date(ms).toISOString().replace('.000', ''),
      });
      const historyStartMs = NOW_MS - 7 * DAY_MS;
      await store.official.recordVendorIncidents(
        'kik',
        [
          incidentOf('open', { startedAt: '2020-01-01T00:00:00Z' }),
          incidentOf('old', endedAt(historyStartMs - 1000)),
          incidentOf('kept', endedAt(historyStartMs)),
        ],
        NOW_MS,
      );
      await store.history.importIncidents([importedOf('imported')]);
      await store.purge(NOW_MS, 7);
      const ids = (await store.history.readIncidents('kik', 0, 10)).map(({ id }) => id);
      assert.deepEqual(ids, ['kept', 'open', 'imported']);
    }));

  test('incidents survive closing and opening again', () =>
    withStore(makePlace, async (store, place) => {
      await store.official.recordVendorIncidents('kik', [incidentOf('a')], NOW_MS);
      await store.close();
      const reopened = await place.open();
      try {
        assert.deepEqual(await reopened.history.readIncidents('kik', 0, 10), [incidentOf('a')]);
      } finally {
        await reopened.close();
      }
    }));

  test('a series has every step, oldest first, empty ones as 0', () =>
    withStore(makePlace, async (store) => {
      const stepMs = 15 * MINUTE_MS;
      await addAt(store, [0, stepMs - 1, 2 * stepMs, 3 * stepMs + 5 * MINUTE_MS, 4 * stepMs]);
      assert.deepEqual(
        await store.history.countBySteps('kik', HOUR_START_MS, stepMs, 4),
        [2, 0, 1, 1],
      );
      assert.deepEqual(
        await store.history.countBySteps('discord', HOUR_START_MS, stepMs, 3),
        [0, 0, 0],
      );
    }));

  test('a series adds up the categories and starts at the given time', () =>
    withStore(makePlace, async (store) => {
      await addAll(store, [reportOf('a'), reportOf('b', { category: 'login' })], COUNT_WINDOW_MS);
      const fromMs = HOUR_START_MS - MINUTE_MS;
      assert.deepEqual(await store.history.countBySteps('kik', fromMs, MINUTE_MS, 3), [0, 2, 0]);
    }));

  test('imported counts are added to the stored ones, in minutes and hours', () =>
    withStore(makePlace, async (store) => {
      await addAt(store, [0]);
      const counts = Array.from({ length: 1200 }, (_, index) => ({
        category: index % 2 ? 'messages' : 'login',
        atMs: HOUR_START_MS + index * MINUTE_MS + 1,
        count: 3,
      }));
      await store.history.importCounts('kik', [
        ...counts,
        { category: 'login', atMs: 0, count: 0 },
      ]);
      assert.deepEqual(
        await store.history.countBySteps('kik', HOUR_START_MS, MINUTE_MS, 2),
        [4, 3],
      );
      const hours = await store.decisions.countByHour('kik', 0, HOUR_START_MS + 24 * HOUR_MS);
      assert.deepEqual(hours.slice(0, 2), [
        { atMs: HOUR_START_MS, count: 181 },
        { atMs: HOUR_START_MS + HOUR_MS, count: 180 },
      ]);
      assert.equal(hours.length, 20);
    }));
}

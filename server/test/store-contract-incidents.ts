import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Incident } from 'outage-status/feed';
import { DAY_MS } from '../src/lib/clock.js';
import type { StoredIncident } from '../src/store/store.js';
import { HOUR_START_MS, withStore, withStores, type MakePlace } from './store-place.js';

const NOW_MS = HOUR_START_MS;

const incidentOf = (id: string, changes: Partial<Incident> = {}): Incident => ({
  id,
  title: `O'Brien's "incident" 😀 ${id}`,
  status: 'investigating',
  impact: 'major',
  startedAt: '2026-11-22T08:00:00Z',
  endedAt: null,
  source: 'official',
  url: `https://status.example/${id}`,
  ...changes,
});

const importedOf = (id: string, changes: Partial<StoredIncident> = {}): StoredIncident => ({
  ...incidentOf(id),
  serviceId: 'kik',
  source: 'archive',
  status: 'resolved',
  startedAt: '2019-11-25T13:00:00Z',
  endedAt: '2019-11-25T18:00:00Z',
  ...changes,
});

/** Incidents of vendors' pages and of imports. */
export function describeIncidents(makePlace: MakePlace): void {
  test('an incident is read back as it was told, newest first, per service', () =>
    withStore(makePlace, async (store) => {
      const { url: _url, ...withoutUrl } = incidentOf('b', { startedAt: '2026-11-22T08:30:00Z' });
      await store.recordVendorIncidents('kik', [incidentOf('a'), withoutUrl], NOW_MS);
      assert.deepEqual(await store.readIncidents('kik', 0, 10), [withoutUrl, incidentOf('a')]);
      assert.deepEqual(await store.readIncidents('kik', 0, 1), [withoutUrl]);
      assert.deepEqual(await store.readIncidents('discord', 0, 10), []);
    }));

  test('an open incident that is no longer listed has ended, and a resolved one keeps its own end', () =>
    withStore(makePlace, async (store) => {
      const resolved = incidentOf('b', { status: 'resolved', endedAt: '2026-11-22T08:45:00Z' });
      await store.recordVendorIncidents('kik', [incidentOf('a'), resolved], NOW_MS);
      await store.recordVendorIncidents('discord', [incidentOf('a')], NOW_MS);
      await store.recordVendorIncidents('kik', [], NOW_MS + 60_000);
      await store.recordVendorIncidents('kik', [], NOW_MS + 120_000);
      const [first, second] = await store.readIncidents('kik', 0, 10);
      assert.deepEqual(
        first,
        incidentOf('a', { status: 'resolved', endedAt: '2026-11-22T09:01:00Z' }),
      );
      assert.deepEqual(second, resolved);
      assert.equal((await store.readIncidents('discord', 0, 10))[0]?.endedAt, null);
    }));

  test('an incident that comes back is open again, and its first beginning stays', () =>
    withStore(makePlace, async (store) => {
      await store.recordVendorIncidents('kik', [incidentOf('a')], NOW_MS);
      await store.recordVendorIncidents('kik', [], NOW_MS);
      const again = incidentOf('a', { title: 'Worse', startedAt: '2026-11-22T09:30:00Z' });
      await store.recordVendorIncidents('kik', [again], NOW_MS);
      assert.deepEqual(await store.readIncidents('kik', 0, 10), [
        { ...again, startedAt: '2026-11-22T08:00:00Z' },
      ]);
    }));

  test('a list as long as a reading carries ends nothing', () =>
    withStore(makePlace, async (store) => {
      const many = Array.from({ length: 20 }, (_, index) => incidentOf(`n${index}`));
      await store.recordVendorIncidents('kik', [incidentOf('a')], NOW_MS);
      await store.recordVendorIncidents('kik', many, NOW_MS);
      const read = await store.readIncidents('kik', 0, 100);
      assert.equal(read.filter(({ endedAt }) => endedAt === null).length, 21);
    }));

  test('only what is open or ended late enough is read', () =>
    withStore(makePlace, async (store) => {
      const endOf = (endedAt: string): Partial<Incident> => ({ status: 'resolved', endedAt });
      await store.recordVendorIncidents(
        'kik',
        [
          incidentOf('open', { startedAt: '2026-01-01T00:00:00Z' }),
          incidentOf('at', endOf('2026-11-22T09:00:00Z')),
          incidentOf('before', endOf('2026-11-22T08:59:59Z')),
        ],
        NOW_MS,
      );
      const ids = (await store.readIncidents('kik', NOW_MS, 10)).map(({ id }) => id);
      assert.deepEqual(ids, ['at', 'open']);
    }));

  test('an import adds, changes or leaves alone, and twice is once', () =>
    withStore(makePlace, async (store) => {
      const incidents = [
        importedOf('a'),
        importedOf('b'),
        importedOf('a', { serviceId: 'discord' }),
      ];
      assert.deepEqual(await store.importIncidents(incidents), {
        added: 3,
        changed: 0,
        unchanged: 0,
      });
      assert.deepEqual(await store.importIncidents(incidents), {
        added: 0,
        changed: 0,
        unchanged: 3,
      });
      const changed = [importedOf('a', { title: 'New' }), importedOf('b'), importedOf('c')];
      assert.deepEqual(await store.importIncidents(changed), {
        added: 1,
        changed: 1,
        unchanged: 1,
      });
      const read = await store.readIncidents('kik', 0, 10);
      assert.deepEqual(
        read.map(({ id, title }) => [id, title === 'New']),
        [
          ['a', true],
          ['b', false],
          ['c', false],
        ],
      );
    }));

  test('what was imported is never ended by a page, even under the same id', () =>
    withStore(makePlace, async (store) => {
      const open = importedOf('a', { status: 'investigating', endedAt: null });
      await store.importIncidents([open]);
      await store.recordVendorIncidents('kik', [], NOW_MS);
      assert.equal((await store.readIncidents('kik', 0, 10))[0]?.endedAt, null);
    }));

  test('purge forgets a vendor’s ended incident after the days of history, no open one and no import', () =>
    withStore(makePlace, async (store) => {
      const endedAt = (ms: number): Partial<Incident> => ({
        status: 'resolved',
        startedAt: '2026-01-01T00:00:00Z',
        endedAt: new Date(ms).toISOString().replace('.000', ''),
      });
      const historyStartMs = NOW_MS - 7 * DAY_MS;
      await store.recordVendorIncidents(
        'kik',
        [
          incidentOf('open', { startedAt: '2020-01-01T00:00:00Z' }),
          incidentOf('old', endedAt(historyStartMs - 1000)),
          incidentOf('kept', endedAt(historyStartMs)),
        ],
        NOW_MS,
      );
      await store.importIncidents([importedOf('imported')]);
      await store.purge(NOW_MS, 7);
      const ids = (await store.readIncidents('kik', 0, 10)).map(({ id }) => id);
      assert.deepEqual(ids, ['kept', 'open', 'imported']);
    }));

  test('processes that record the same page at once agree', () =>
    withStores(makePlace, 3, async (stores) => {
      const listed = [incidentOf('a'), incidentOf('b')];
      await Promise.all(stores.map((store) => store.recordVendorIncidents('kik', listed, NOW_MS)));
      await Promise.all(stores.map((store) => store.recordVendorIncidents('kik', [], NOW_MS)));
      for (const store of stores) {
        const read = await store.readIncidents('kik', 0, 10);
        assert.deepEqual(
          read.map(({ endedAt }) => endedAt),
          ['2026-11-22T09:00:00Z', '2026-11-22T09:00:00Z'],
        );
      }
    }));

  test('incidents survive closing and opening again', () =>
    withStore(makePlace, async (store, place) => {
      await store.recordVendorIncidents('kik', [incidentOf('a')], NOW_MS);
      await store.close();
      const reopened = await place.open();
      try {
        assert.deepEqual(await reopened.readIncidents('kik', 0, 10), [incidentOf('a')]);
      } finally {
        await reopened.close();
      }
    }));
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_BATCH } from '../../src/reports/report-store.js';
import { MINUTE_MS } from '../../src/lib/clock.js';
import type { NewReport, StoredOutcome } from '../../src/reports/new-report.js';
import type { Store } from '../../src/store/store-of.js';
import {
  addAll,
  countAll,
  HOUR_START_MS,
  reportOf,
  COUNT_WINDOW_MS,
  withStore,
  withStores,
  type MakePlace,
} from './store-place.js';

const countOf = (outcomes: readonly StoredOutcome[], wanted: StoredOutcome): number =>
  outcomes.filter((outcome) => outcome === wanted).length;

const reportsOfVisitors = (name: string, visitors: readonly string[]): NewReport[] =>
  visitors.map((visitor) => reportOf(`${name}-${visitor}`, { visitorHashes: [visitor] }));

const reportsForServices = (name: string, services: readonly string[]): NewReport[] =>
  services.map((serviceId) => reportOf(name, { serviceId }));

/** Outcomes: what counts, what does not, and what processes racing for the same report or visitor do. */
export function describeAdding(makePlace: MakePlace): void {
  test('reports of different visitors count', () =>
    withStore(makePlace, async (store) => {
      const outcomes = await addAll(store, [reportOf('ann'), reportOf('bob')], COUNT_WINDOW_MS);
      assert.deepEqual(outcomes, ['counted', 'counted']);
      assert.equal(await countAll(store), 2);
    }));

  test('an empty batch is answered without touching anything', () =>
    withStore(makePlace, async (store) => {
      assert.deepEqual(await addAll(store, [], COUNT_WINDOW_MS), []);
    }));

  test('a retry with the same key gets the first outcome and does not count again', () =>
    withStore(makePlace, async (store) => {
      await addAll(store, [reportOf('ann')], COUNT_WINDOW_MS);
      const refused = reportOf('second', { visitorHashes: ['visitor-ann'] });
      assert.deepEqual(await addAll(store, [refused], COUNT_WINDOW_MS), ['already_reported']);
      const later = { receivedAtMs: HOUR_START_MS + 2 * COUNT_WINDOW_MS };
      assert.deepEqual(
        await addAll(store, [reportOf('ann', later), { ...refused, ...later }], COUNT_WINDOW_MS),
        ['counted', 'already_reported'],
      );
      assert.equal(await countAll(store), 1);
    }));

  test('the same key twice in one batch counts once and gets one answer', () =>
    withStore(makePlace, async (store) => {
      const outcomes = await addAll(
        store,
        [reportOf('ann'), reportOf('bob'), reportOf('ann', { category: 'login' })],
        COUNT_WINDOW_MS,
      );
      assert.deepEqual(outcomes, ['counted', 'counted', 'counted']);
      assert.equal(await countAll(store), 2);
    }));

  test('the same key and the same visitor count for two services apart', () =>
    withStore(makePlace, async (store) => {
      const outcomes = await addAll(
        store,
        [reportOf('ann'), reportOf('ann', { serviceId: 'discord' })],
        COUNT_WINDOW_MS,
      );
      assert.deepEqual(outcomes, ['counted', 'counted']);
      assert.equal(await countAll(store, 'discord'), 1);
    }));

  test('the first report of a visitor in a batch counts, whatever the order of the keys', () =>
    withStore(makePlace, async (store) => {
      const visitorHashes = ['same'] as const;
      const outcomes = await addAll(
        store,
        [reportOf('z', { visitorHashes }), reportOf('a', { visitorHashes })],
        COUNT_WINDOW_MS,
      );
      assert.deepEqual(outcomes, ['counted', 'already_reported']);
      assert.equal(await countAll(store), 1);
    }));

  test('a count slot is blocked for exactly its window', () =>
    withStore(makePlace, async (store) => {
      const visitorHashes = ['same'] as const;
      const addAt = (name: string, receivedAtMs: number): Promise<StoredOutcome[]> =>
        addAll(store, [reportOf(name, { visitorHashes, receivedAtMs })], COUNT_WINDOW_MS);
      const endMs = HOUR_START_MS + COUNT_WINDOW_MS;
      assert.deepEqual(await addAt('first', HOUR_START_MS), ['counted']);
      assert.deepEqual(await addAt('too-early', endMs - 1), ['already_reported']);
      assert.deepEqual(await addAt('in-time', endMs), ['counted']);
      assert.deepEqual(await addAt('again', endMs + 1), ['already_reported']);
    }));

  test('a visitor is recognised by any of the hashes and stored under the first', () =>
    withStore(makePlace, async (store) => {
      const add = async (name: string, visitorHashes: [string, ...string[]]): Promise<string> => {
        const receivedAtMs = HOUR_START_MS + MINUTE_MS;
        const [outcome] = await addAll(
          store,
          [reportOf(name, { visitorHashes, receivedAtMs })],
          COUNT_WINDOW_MS,
        );
        return String(outcome);
      };
      assert.equal(await add('before-midnight', ['ann-sunday', 'ann-saturday']), 'counted');
      assert.equal(await add('after-midnight', ['ann-monday', 'ann-sunday']), 'already_reported');
      assert.equal(await add('by-second-hash', ['someone', 'ann-saturday']), 'counted');
      assert.equal(await add('refused-left-no-trace', ['ann-monday']), 'counted');
    }));

  test('a visitor is recognised by any of the hashes within one batch', () =>
    withStore(makePlace, async (store) => {
      const outcomes = await addAll(
        store,
        [
          reportOf('before-midnight', { visitorHashes: ['sunday', 'saturday'] }),
          reportOf('after-midnight', { visitorHashes: ['monday', 'sunday'] }),
        ],
        COUNT_WINDOW_MS,
      );
      assert.deepEqual(outcomes, ['counted', 'already_reported']);
    }));

  test('a full batch is accepted and one report more is refused', () =>
    withStore(makePlace, async (store) => {
      const reports = Array.from({ length: MAX_BATCH }, (_, index) => reportOf(`n${index}`));
      const outcomes = await addAll(store, reports, COUNT_WINDOW_MS);
      assert.equal(countOf(outcomes, 'counted'), MAX_BATCH);
      await assert.rejects(addAll(store, [...reports, reportOf('more')], COUNT_WINDOW_MS), {
        name: 'StoreError',
        code: 'invalid',
      });
      assert.equal(await countAll(store), MAX_BATCH);
    }));

  test('two processes racing for the same keys count each once and answer alike', () =>
    withStores(makePlace, 2, async (stores) => {
      const reports = Array.from({ length: 60 }, (_, index) => reportOf(`n${index}`));
      const batches = (store: Store): Promise<StoredOutcome[]>[] =>
        [0, 20, 40].map((start) =>
          addAll(store, reports.slice(start, start + 20), COUNT_WINDOW_MS),
        );
      const outcomes = (await Promise.all(stores.flatMap(batches))).flat();
      assert.equal(countOf(outcomes, 'counted'), 120);
      assert.equal(await countAll(stores[0] as Store), 60);
    }));

  test('two processes racing for the same visitors let each count once', () =>
    withStores(makePlace, 2, async (stores) => {
      const visitors = Array.from({ length: 40 }, (_, index) => `visitor-${index}`);
      const outcomes = await Promise.all(
        stores.flatMap((store, index) => [
          addAll(store, reportsOfVisitors(`${index}-up`, visitors), COUNT_WINDOW_MS),
          addAll(store, reportsOfVisitors(`${index}-down`, visitors.toReversed()), COUNT_WINDOW_MS),
        ]),
      );
      assert.equal(countOf(outcomes.flat(), 'counted'), visitors.length);
      assert.equal(countOf(outcomes.flat(), 'already_reported'), 3 * visitors.length);
      assert.equal(await countAll(stores[0] as Store), visitors.length);
    }));

  test('processes that touch the same services in opposite orders all finish', () =>
    withStores(makePlace, 3, async (stores) => {
      const services = Array.from({ length: 20 }, (_, index) => `service-${index}`);
      await Promise.all(
        stores.flatMap((store, index) =>
          [0, 1, 2, 3].map((round) =>
            addAll(
              store,
              reportsForServices(`${index}-${round}`, round % 2 ? services : services.toReversed()),
              COUNT_WINDOW_MS,
            ),
          ),
        ),
      );
      for (const serviceId of services) {
        assert.equal(await countAll(stores[0] as Store, serviceId), 12);
      }
    }));
}

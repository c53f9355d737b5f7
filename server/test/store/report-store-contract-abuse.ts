import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { HOUR_MS } from '../../src/lib/clock.js';
import type { NewReport, StoredAnswer } from '../../src/reports/new-report.js';
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

const inNetwork = (name: string, allowance: number, fields: Partial<NewReport> = {}): NewReport =>
  reportOf(name, { networks: [{ hashes: ['net-today', 'net-before'], allowance }], ...fields });

const tell = (outcome: StoredAnswer['outcome'], told: StoredAnswer['told']): StoredAnswer => ({
  outcome,
  told,
});

/** What must not count, which answer it gets, and what several processes share to find out. */
export function describeAbuse(makePlace: MakePlace): void {
  test('a proof is good for one report, in a batch and across processes', () =>
    withStores(makePlace, 3, async (stores) => {
      const outcomes = await Promise.all(
        stores.map((store, index) =>
          addAll(
            store,
            ['a', 'b'].map((name) => reportOf(`${name}${index}`, { nonce: 'once' })),
            COUNT_WINDOW_MS,
          ),
        ),
      );
      const flat = outcomes.flat().toSorted();
      assert.deepEqual(flat, ['counted', ...Array.from({ length: 5 }, () => 'replayed')]);
      const [store] = stores;
      assert.ok(store);
      const elsewhere = reportOf('c', { nonce: 'once', serviceId: 'discord' });
      assert.deepEqual(await addAll(store, [elsewhere], COUNT_WINDOW_MS), ['counted']);
    }));

  test('a retry with the same key and proof is no replay', () =>
    withStore(makePlace, async (store) => {
      const report = reportOf('ann', { nonce: 'once' });
      assert.deepEqual(await addAll(store, [report, report], COUNT_WINDOW_MS), [
        'counted',
        'counted',
      ]);
      assert.deepEqual(await addAll(store, [report], COUNT_WINDOW_MS), ['counted']);
    }));

  test('a network counts a limited number of visitors in a window, in any process', () =>
    withStores(makePlace, 3, async (stores) => {
      const outcomes = await Promise.all(
        stores.map((store, index) =>
          addAll(
            store,
            ['a', 'b', 'c', 'd'].map((name) => inNetwork(`${name}${index}`, 4)),
            COUNT_WINDOW_MS,
          ),
        ),
      );
      assert.equal(outcomes.flat().filter((outcome) => outcome === 'counted').length, 4);
      assert.equal(outcomes.flat().filter((outcome) => outcome === 'network_full').length, 8);
      const [store] = stores;
      assert.ok(store);
      assert.equal(await countAll(store), 4);
      const later = { receivedAtMs: HOUR_START_MS + COUNT_WINDOW_MS };
      const after = [inNetwork('late', 4, later), inNetwork('vote', 4, { category: null })];
      assert.deepEqual(await addAll(store, after, COUNT_WINDOW_MS), ['counted', 'counted']);
    }));

  test('a network is recognised by yesterday’s hash', () =>
    withStore(makePlace, async (store) => {
      await addAll(store, [inNetwork('ann', 1)], COUNT_WINDOW_MS);
      const networks = [{ hashes: ['net-tomorrow', 'net-today'], allowance: 1 }] as const;
      const next = reportOf('bob', { networks });
      assert.deepEqual(await addAll(store, [next], COUNT_WINDOW_MS), ['network_full']);
    }));

  test('a shared address counts again after an hour, a limited number of times in a window', () =>
    withStore(makePlace, async (store) => {
      const at = (name: string, hours: number): NewReport =>
        reportOf(name, {
          visitorHashes: ['shared'],
          sharedAllowance: 3,
          receivedAtMs: HOUR_START_MS + hours * HOUR_MS,
        });
      const outcomes = [];
      for (const hours of [0, 0.9, 1, 2, 3, 6]) {
        outcomes.push(...(await addAll(store, [at(`n${hours}`, hours)], 6 * HOUR_MS)));
      }
      assert.deepEqual(outcomes, [
        'counted',
        'already_reported',
        'counted',
        'counted',
        'already_reported',
        'counted',
      ]);
    }));

  test('a suspect gets the answer of an honest visitor, now and on every retry, and takes no count slot', () =>
    withStore(makePlace, async (store) => {
      const of = (name: string, fields: Partial<NewReport> = {}): NewReport =>
        reportOf(name, { visitorHashes: ['ann'], ...fields });
      const suspicion = { suspicion: 'forged' } as const;
      const batch = [of('1', suspicion), of('2', suspicion), of('3'), of('4', suspicion)];
      const expected = [
        tell('forged', 'counted'),
        tell('forged', 'already_reported'),
        tell('counted', 'already_reported'),
        tell('forged', 'already_reported'),
      ];
      assert.deepEqual(await store.reports.addReports(batch, COUNT_WINDOW_MS), expected);
      assert.deepEqual(await store.reports.addReports(batch, COUNT_WINDOW_MS), expected);
      assert.equal(await countAll(store), 1);
      const onePerBatch: StoredAnswer[] = [];
      for (const report of batch) {
        const elsewhere = { ...report, serviceId: 'discord' };
        onePerBatch.push(...(await store.reports.addReports([elsewhere], COUNT_WINDOW_MS)));
      }
      assert.deepEqual(onePerBatch, expected);
    }));

  test('paused services are the same for every process', () =>
    withStores(makePlace, 2, async ([one, other]) => {
      assert.ok(one && other);
      await one.reports.writePaused('kik', true, HOUR_START_MS);
      await other.reports.writePaused('discord', true, HOUR_START_MS);
      assert.deepEqual([...(await one.reports.readPaused())].toSorted(), ['discord', 'kik']);
      await other.reports.writePaused('kik', false, HOUR_START_MS);
      assert.deepEqual([...(await one.reports.readPaused())], ['discord']);
    }));

  test('a limit holds, and says when to come back', () =>
    withStore(makePlace, async (store) => {
      const limiter = store.reports.openLimiter('test', 2, 60);
      await limiter.consume('ann');
      await limiter.consume('ann');
      await assert.rejects(limiter.consume('ann'), (refusal: unknown) => {
        assert.ok(refusal instanceof RateLimiterRes);
        assert.ok(refusal.msBeforeNext > 0 && refusal.msBeforeNext <= 60_000);
        return true;
      });
      await limiter.consume('bob');
      await store.reports.openLimiter('another', 2, 60).consume('ann');
    }));
}

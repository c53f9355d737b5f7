import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Official, Status } from 'outage-status/feed';
import type { Store, StoredDecision } from '../src/store/store.js';
import { HOUR_START_MS, withStore, withStores, type MakePlace } from './store-place.js';

const decisionOf = (status: Status, fields: Partial<StoredDecision> = {}): StoredDecision => ({
  serviceId: 'kik',
  status,
  sinceMs: HOUR_START_MS,
  memory: '{"calm":3}',
  revision: 0,
  ...fields,
});

const officialOf = (fields: Partial<Official> = {}): Official => ({
  status: 'operational',
  checkedAt: '2026-11-22T09:00:00Z',
  incidents: [],
  ...fields,
});

/** Decisions, changes and what the vendor says. */
export function describeStatus(makePlace: MakePlace): void {
  test('before the first decision there is none, and no change', () =>
    withStore(makePlace, async (store) => {
      assert.equal(await store.readDecision('kik'), undefined);
      assert.deepEqual(await store.readChanges('kik', 10), []);
    }));

  test('a decision is read back with the next revision', () =>
    withStore(makePlace, async (store) => {
      const memory = JSON.stringify({ note: `"quoted" ${'x'.repeat(8000)} 😀` });
      assert.equal(await store.writeDecision(decisionOf('operational', { memory }), 0), true);
      assert.deepEqual(
        await store.readDecision('kik'),
        decisionOf('operational', { memory, revision: 1 }),
      );
      assert.equal(await store.writeDecision(decisionOf('operational', { memory: '' }), 1), true);
      assert.deepEqual(
        await store.readDecision('kik'),
        decisionOf('operational', { memory: '', revision: 2 }),
      );
    }));

  test('a write that expects another revision changes nothing', () =>
    withStore(makePlace, async (store) => {
      assert.equal(await store.writeDecision(decisionOf('operational'), 1), false);
      assert.equal(await store.readDecision('kik'), undefined);
      await store.writeDecision(decisionOf('operational'), 0);
      for (const expected of [0, 2]) {
        assert.equal(await store.writeDecision(decisionOf('major_outage'), expected), false);
      }
      assert.equal((await store.readDecision('kik'))?.status, 'operational');
      assert.equal((await store.readChanges('kik', 10)).length, 1);
    }));

  test('changes are recorded when the status differs, newest first, up to the limit', () =>
    withStore(makePlace, async (store) => {
      const statuses: Status[] = ['operational', 'operational', 'partial_outage', 'operational'];
      for (const [revision, status] of statuses.entries()) {
        await store.writeDecision(
          decisionOf(status, { sinceMs: HOUR_START_MS + revision }),
          revision,
        );
      }
      await store.writeDecision(decisionOf('major_outage', { serviceId: 'discord' }), 0);
      const changes = await store.readChanges('kik', 10);
      assert.deepEqual(changes, [
        { serviceId: 'kik', from: 'partial_outage', to: 'operational', atMs: HOUR_START_MS + 3 },
        { serviceId: 'kik', from: 'operational', to: 'partial_outage', atMs: HOUR_START_MS + 2 },
        { serviceId: 'kik', from: 'unknown', to: 'operational', atMs: HOUR_START_MS },
      ]);
      assert.deepEqual(await store.readChanges('kik', 1), changes.slice(0, 1));
    }));

  test('of processes racing for one revision exactly one wins, and one change is recorded', () =>
    withStores(makePlace, 3, async (stores) => {
      for (let revision = 0; revision < 10; revision += 1) {
        const status = revision % 2 ? 'operational' : 'partial_outage';
        const wins = await Promise.all(
          stores.map((store, index) =>
            store.writeDecision(decisionOf(status, { memory: `store ${index}` }), revision),
          ),
        );
        assert.equal(wins.filter(Boolean).length, 1);
        const winner = wins.indexOf(true);
        for (const store of stores) {
          const decision = await store.readDecision('kik');
          assert.deepEqual(
            [decision?.revision, decision?.memory],
            [revision + 1, `store ${winner}`],
          );
        }
      }
      assert.equal((await (stores[0] as Store).readChanges('kik', 100)).length, 10);
    }));

  test('what the vendor said last is read back, per service', () =>
    withStore(makePlace, async (store) => {
      assert.equal(await store.readOfficial('kik'), undefined);
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
      await store.writeOfficial('kik', officialOf());
      await store.writeOfficial('kik', official);
      assert.deepEqual(await store.readOfficial('kik'), official);
      assert.equal(await store.readOfficial('discord'), undefined);
    }));

  test('who watches hears of a changed status and a changed official state, and of nothing else', () =>
    withStore(makePlace, async (store) => {
      const heard: string[] = [];
      const waiting = new Set<() => void>();
      const stop = store.onChange((serviceId) => {
        heard.push(serviceId);
        for (const check of waiting) check();
      });
      // The last service is changed to know that everything before it has been told.
      const heardUntil = async (last: string): Promise<string[]> => {
        await store.writeDecision(decisionOf('operational', { serviceId: last }), 0);
        await new Promise<void>((resolve) => {
          const check = (): void => {
            if (heard.includes(last)) resolve();
          };
          waiting.add(check);
          check();
        });
        return heard.splice(0);
      };
      await store.writeDecision(decisionOf('operational'), 0);
      await store.writeDecision(decisionOf('operational', { memory: 'other' }), 1);
      await store.writeDecision(decisionOf('major_outage'), 0);
      assert.deepEqual(await heardUntil('end-1'), ['kik', 'end-1']);
      await store.writeOfficial('discord', officialOf());
      await store.writeOfficial('discord', officialOf({ checkedAt: '2026-11-22T09:01:00Z' }));
      assert.deepEqual(await heardUntil('end-2'), ['discord', 'end-2']);
      assert.equal((await store.readOfficial('discord'))?.checkedAt, '2026-11-22T09:01:00Z');

      const others: string[] = [];
      const heardByOther = new Promise<void>((resolve) => {
        store.onChange((serviceId) => {
          others.push(serviceId);
          resolve();
        });
      });
      stop();
      await store.writeDecision(decisionOf('major_outage'), 2);
      await heardByOther;
      assert.deepEqual([others, heard], [['kik'], []]);
    }));
}

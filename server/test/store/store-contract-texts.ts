import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addAll,
  countAll,
  HOUR_START_MS,
  reportOf,
  COUNT_WINDOW_MS,
  withStore,
  type MakePlace,
} from './store-place.js';

const NOW_MS = HOUR_START_MS;

/** Hostile and long texts. */
export function describeTexts(makePlace: MakePlace): void {
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
        assert.deepEqual(await addAll(store, [hostile, hostile], COUNT_WINDOW_MS), [
          'counted',
          'counted',
        ]);
        const counts = await store.reports.countByCategory(text, NOW_MS, NOW_MS + 1);
        assert.deepEqual([...counts], [[text, 1]]);
        const origins = await store.reports.countByOrigin(text, NOW_MS, NOW_MS + 1);
        assert.deepEqual([...origins], [[text, 1]]);
      }
      assert.deepEqual((await store.decisions.activeServices(NOW_MS)).sort(), texts.sort());
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
            addAll(store, [reportOf('fine'), reportOf('bad', fields)], COUNT_WINDOW_MS),
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
        COUNT_WINDOW_MS,
      );
      assert.deepEqual(outcomes, ['counted']);
      assert.deepEqual(
        [...(await store.reports.countByOrigin('kik', NOW_MS, NOW_MS + 1)).keys()],
        [longest],
      );
    }));
}

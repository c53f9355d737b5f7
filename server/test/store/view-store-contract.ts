import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MINUTE_MS } from '../../src/lib/clock.js';
import type { Store } from '../../src/store/store-of.js';
import { HOUR_START_MS, withStores, type MakePlace } from './store-place.js';

const ALWAYS = [0, Number.MAX_SAFE_INTEGER] as const;

/** Views, by the minute. */
export function describeViewStore(makePlace: MakePlace): void {
  test('the views of several processes add up, by the minute', () =>
    withStores(makePlace, 2, async (stores) => {
      const [first, second] = stores as [Store, Store];
      const viewsOf = (atMs: number, count: number) => ({ serviceId: 'kik', atMs, count });
      await Promise.all([
        first.views.addViews([viewsOf(HOUR_START_MS, 3), viewsOf(HOUR_START_MS + 59_999, 4)]),
        second.views.addViews([
          viewsOf(HOUR_START_MS + 1, 5),
          viewsOf(HOUR_START_MS + MINUTE_MS, 50),
        ]),
        second.views.addViews([{ serviceId: 'discord', atMs: HOUR_START_MS, count: 7 }]),
        second.views.addViews([]),
      ]);
      assert.equal(
        await first.views.countViews('kik', HOUR_START_MS, HOUR_START_MS + MINUTE_MS),
        12,
      );
      assert.equal(await first.views.countViews('kik', ...ALWAYS), 62);
      assert.equal(await first.views.countViews('nobody', ...ALWAYS), 0);
    }));
}

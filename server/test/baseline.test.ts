import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { learnBaseline } from '../src/decide/baseline.js';
import type { TimedCount } from '../src/store/store.js';

const HOUR_MS = 3_600_000;
const WEEK_HOURS = 168;
const UNTIL_MS = Date.UTC(2026, 10, 22, 9);
const MID_HOUR_MS = UNTIL_MS + HOUR_MS / 2;

const history = (weeks: number, countAt: (hoursAgo: number) => number): TimedCount[] =>
  Array.from({ length: weeks * WEEK_HOURS }, (_, index) => weeks * WEEK_HOURS - index)
    .map((hoursAgo) => ({ atMs: UNTIL_MS - hoursAgo * HOUR_MS, count: countAt(hoursAgo) }))
    .filter(({ count }) => count > 0);

describe('the baseline', () => {
  test('without any history it is what the catalogue expects, at every hour', () => {
    const baseline = learnBaseline([], UNTIL_MS, 4);
    for (let hour = 0; hour < WEEK_HOURS; hour += 1) {
      assert.equal(baseline.ratePerHour(UNTIL_MS + hour * HOUR_MS), 4);
    }
  });

  test('after eight weeks it is close to what was counted, whatever the catalogue said', () => {
    const rate = learnBaseline(
      history(8, () => 30),
      UNTIL_MS,
      3,
    ).ratePerHour(MID_HOUR_MS);
    assert.ok(rate > 26 && rate <= 30, `${rate}`);
  });

  test('each hour of the week has its own', () => {
    const lively = (hoursAgo: number): number => (hoursAgo % WEEK_HOURS === 0 ? 100 : 10);
    const baseline = learnBaseline(history(8, lively), UNTIL_MS, 10);
    assert.ok(baseline.ratePerHour(MID_HOUR_MS) > 85);
    assert.ok(baseline.ratePerHour(MID_HOUR_MS + 5 * HOUR_MS) < 11);
  });

  test('an outage in one or two past weeks does not raise it', () => {
    const calm = learnBaseline(
      history(8, () => 10),
      UNTIL_MS,
      10,
    );
    const troubled = learnBaseline(
      history(8, (hoursAgo) =>
        hoursAgo === WEEK_HOURS || hoursAgo === 3 * WEEK_HOURS ? 5000 : 10,
      ),
      UNTIL_MS,
      10,
    );
    assert.equal(troubled.ratePerHour(MID_HOUR_MS), calm.ratePerHour(MID_HOUR_MS));
  });

  test('yesterday alone already counts for something', () => {
    const rate = learnBaseline(
      history(1, () => 40),
      UNTIL_MS,
      4,
    ).ratePerHour(MID_HOUR_MS);
    assert.ok(rate > 20 && rate <= 40, `${rate}`);
  });

  test('it never falls below a quarter of what the catalogue expects', () => {
    const silent = [{ atMs: UNTIL_MS - 8 * WEEK_HOURS * HOUR_MS, count: 1 }];
    assert.equal(learnBaseline(silent, UNTIL_MS, 4).ratePerHour(MID_HOUR_MS), 1);
  });

  test('an interval gets its share of the hour', () => {
    const baseline = learnBaseline([], UNTIL_MS, 8);
    assert.equal(baseline.expectedBetween(UNTIL_MS, UNTIL_MS + HOUR_MS / 4), 2);
  });
});

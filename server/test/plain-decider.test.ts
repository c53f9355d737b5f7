import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Decision, Evidence } from '../src/decide/decider.js';
import { openingCount, PlainDecider } from '../src/decide/plain-decider.js';

const HOLD_SECONDS = 600;

const evidenceOf = (
  recentCount: number,
  { typicalCount = 1, minute = 0, categories = [1, 1, 1, 1] } = {},
): Evidence => {
  const weight = categories.reduce((sum, value) => sum + value, 0);
  return {
    nowMs: Date.UTC(2026, 10, 22, 9, minute),
    windowSeconds: 900,
    recentCount,
    typicalCount,
    categoryCounts: categories.map((value) => (value / weight) * recentCount),
  };
};

const decide = (evidence: Evidence, previous?: Decision): Decision =>
  new PlainDecider(HOLD_SECONDS).decide(evidence, previous);

const statusAfter = (...steps: Evidence[]): string => {
  let decision: Decision | undefined;
  for (const evidence of steps) decision = decide(evidence, decision);
  return decision?.status ?? 'none';
};

describe('the plain decider', () => {
  const table: [what: string, evidence: Evidence, status: string][] = [
    ['nothing reported', evidenceOf(0), 'operational'],
    ['nothing reported and nothing usual', evidenceOf(0, { typicalCount: 0 }), 'operational'],
    ['a handful where nothing is usual', evidenceOf(7, { typicalCount: 0 }), 'operational'],
    [
      'eight people where nothing is usual',
      evidenceOf(8, { typicalCount: 0 }),
      'degraded_performance',
    ],
    ['eleven where one is usual', evidenceOf(11), 'operational'],
    ['twelve where one is usual', evidenceOf(12), 'degraded_performance'],
    ['a busy hour of a busy service', evidenceOf(300, { typicalCount: 100 }), 'operational'],
    [
      'four times the usual of a busy service',
      evidenceOf(400, { typicalCount: 100 }),
      'degraded_performance',
    ],
    ['twice the opening number', evidenceOf(24), 'partial_outage'],
    ['four times the opening number, everywhere', evidenceOf(48), 'major_outage'],
    [
      'the same in one category of four',
      evidenceOf(48, { categories: [1, 0, 0, 0] }),
      'partial_outage',
    ],
    [
      'the same in two categories of four',
      evidenceOf(48, { categories: [1, 1, 0, 0] }),
      'major_outage',
    ],
    [
      'a sprinkle elsewhere does not make it broad',
      evidenceOf(480, { categories: [97, 1, 1, 1] }),
      'partial_outage',
    ],
  ];
  for (const [what, evidence, status] of table) {
    test(`${what}: ${status}`, () => assert.equal(statusAfter(evidence), status));
  }

  test('the opening number never falls while the usual number rises', () => {
    let last = 0;
    for (let typical = 0; typical < 200; typical += 0.5) {
      const count = openingCount(typical);
      assert.ok(count >= last && count >= 8 && count >= 4 * typical, `at ${typical}: ${count}`);
      last = count;
    }
  });

  test('a status rises at once', () => {
    assert.equal(statusAfter(evidenceOf(12), evidenceOf(60, { minute: 1 })), 'major_outage');
  });

  test('a count that wavers about the line does not flap', () => {
    const counts = [12, 11, 12, 9, 13, 8, 12, 7];
    let decision: Decision | undefined;
    const statuses = counts.map((count, minute) => {
      decision = decide(evidenceOf(count, { minute }), decision);
      return decision.status;
    });
    assert.deepEqual(new Set(statuses), new Set(['degraded_performance']));
  });

  test('it recovers only after the reports have stayed low for the whole hold', () => {
    const surge = evidenceOf(60);
    const low = (minute: number): Evidence => evidenceOf(1, { minute });
    assert.equal(statusAfter(surge, low(1)), 'major_outage');
    assert.equal(statusAfter(surge, low(1), low(10)), 'major_outage');
    assert.equal(statusAfter(surge, low(1), low(11)), 'operational');
  });

  test('one look above the line begins the hold anew', () => {
    const low = (minute: number): Evidence => evidenceOf(1, { minute });
    assert.equal(
      statusAfter(evidenceOf(12), low(1), evidenceOf(8, { minute: 9 }), low(10), low(12)),
      'degraded_performance',
    );
  });

  test('a fading outage steps down to what is left of it', () => {
    assert.equal(
      statusAfter(evidenceOf(60), evidenceOf(14, { minute: 1 }), evidenceOf(14, { minute: 12 })),
      'partial_outage',
    );
  });

  test('it deciding twice on the same evidence changes nothing', () => {
    const first = decide(evidenceOf(24));
    assert.deepEqual(decide(evidenceOf(24), first), first);
  });

  test("another decider's memory is no reason to fail", () => {
    for (const memory of ['not json', '[]', '{"lowSinceMs":"x"}', '5']) {
      const previous: Decision = { status: 'partial_outage', memory };
      assert.equal(decide(evidenceOf(0), previous).status, 'partial_outage');
    }
  });

  test('its memory stays small', () => {
    const decision = decide(evidenceOf(0), { status: 'major_outage', memory: '' });
    assert.ok(decision.memory.length < 100);
  });
});

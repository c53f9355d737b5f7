import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { MINUTE_MS } from '../../src/lib/clock.js';
import { type CheckState, observe, type Pace } from '../../src/probe/check-state.js';
import type { Failure, Outcome } from '../../src/probe/outcome.js';

const FAILURES: readonly Failure[] = ['dns', 'connect', 'timeout', 'tls', 'http'];
const START_MS = Date.UTC(2026, 10, 22, 9);
const PACE: Pace = { intervalMs: MINUTE_MS, leastDownMs: 2 * MINUTE_MS };

const answered = (durationMs = 100): Outcome => ({ kind: 'answered', durationMs });
const failed: Outcome = { kind: 'failed', failure: 'connect', detail: 'ECONNREFUSED' };
const unclear: Outcome = { kind: 'unclear', detail: 'status 403' };
const offline: Outcome = { kind: 'offline' };

/** Lets outcomes happen a minute apart. Returns the state after each. */
const play = (...outcomes: readonly Outcome[]): CheckState[] => {
  const states: CheckState[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    states.push(observe(states.at(-1), outcome, START_MS + index * MINUTE_MS, PACE));
  }
  return states;
};

const statuses = (...outcomes: readonly Outcome[]): string[] =>
  play(...outcomes).map(({ status }) => status);

const outcomeArbitrary: fc.Arbitrary<Outcome> = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }).map((durationMs) => answered(durationMs)),
  fc.constantFrom(...FAILURES).map((failure): Outcome => ({ kind: 'failed', failure, detail: '' })),
  fc.constant(unclear),
  fc.constant(offline),
);
/** Outcomes, each with the pause before it: usually a jittered minute, at times longer, or a clock that was set back. */
const eventsArbitrary = fc.array(
  fc.record({
    outcome: outcomeArbitrary,
    pauseMs: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 54_000, max: 66_000 }) },
      { weight: 1, arbitrary: fc.integer({ min: -3_600_000, max: 3_600_000 }) },
    ),
  }),
  { maxLength: 200 },
);

/** The newest outcomes of one kind in a row, as the rule counts them. */
function tailOf(events: readonly { readonly outcome: Outcome; readonly atMs: number }[]): {
  kind: Outcome['kind'] | undefined;
  count: number;
  lengthMs: number;
} {
  const last = events.at(-1);
  if (!last) return { kind: undefined, count: 0, lengthMs: 0 };
  let count = 1;
  let first = last;
  for (const event of events.slice(0, -1).toReversed()) {
    const pauseMs = first.atMs - event.atMs;
    if (event.outcome.kind !== last.outcome.kind || pauseMs < 0 || pauseMs > 5 * MINUTE_MS) break;
    count += 1;
    first = event;
  }
  return { kind: last.outcome.kind, count, lengthMs: last.atMs - first.atMs };
}

describe('the status of one address', () => {
  test('is reachable with the first answer, since a time that nobody knows', () => {
    const [state] = play(answered());
    assert.deepEqual([state?.status, state?.sinceMs], ['reachable', null]);
  });

  test('does not change by one failure, or two', () => {
    assert.deepEqual(
      new Set(statuses(answered(), failed, answered(), failed, failed, answered())),
      new Set(['reachable']),
    );
  });

  test('is unreachable after three failures in a row over two minutes, since the first of them', () => {
    const states = play(answered(), failed, failed, failed);
    assert.deepEqual(
      states.map(({ status }) => status),
      ['reachable', 'reachable', 'reachable', 'unreachable'],
    );
    assert.deepEqual([states[3]?.sinceMs, states[3]?.failure], [START_MS + MINUTE_MS, 'connect']);
  });

  test('waits for the two minutes where three failures come sooner', () => {
    let state: CheckState | undefined;
    const seen: string[] = [];
    for (const seconds of [0, 40, 80, 119, 120]) {
      state = observe(state, failed, START_MS + seconds * 1000, PACE);
      seen.push(state.status);
    }
    assert.deepEqual(seen, ['unknown', 'unknown', 'unknown', 'unknown', 'unreachable']);
  });

  test('is reachable again after two answers in a row, since the first of them', () => {
    const states = play(failed, failed, failed, answered(), failed, answered(), answered());
    assert.deepEqual(
      states.map(({ status }) => status),
      [
        'unknown',
        'unknown',
        'unreachable',
        'unreachable',
        'unreachable',
        'unreachable',
        'reachable',
      ],
    );
    assert.equal(states[6]?.sinceMs, START_MS + 5 * MINUTE_MS);
    assert.equal(states[6]?.failure, null);
  });

  test('names how the newest failure came about', () => {
    const server: Outcome = { kind: 'failed', failure: 'http', detail: 'status 503' };
    assert.deepEqual(
      play(failed, failed, failed, server, answered()).map(({ failure }) => failure),
      [null, null, 'connect', 'http', 'http'],
    );
  });

  test('is unknown after two answers that say nothing, and not after one', () => {
    assert.deepEqual(statuses(answered(), unclear, answered(), unclear, unclear), [
      'reachable',
      'reachable',
      'reachable',
      'reachable',
      'unknown',
    ]);
  });

  test('is unknown while this server’s own network is down, never unreachable', () => {
    assert.deepEqual(
      new Set(
        statuses(answered(), failed, failed, ...Array.from({ length: 30 }, () => offline)).slice(4),
      ),
      new Set(['unknown']),
    );
  });

  test('needs two answers after an outage, also with a block page between', () => {
    assert.deepEqual(
      statuses(failed, failed, failed, unclear, unclear, answered(), answered()).slice(2),
      ['unreachable', 'unreachable', 'unknown', 'unknown', 'reachable'],
    );
  });

  test('counts nothing from before a long pause into a row', () => {
    const before = play(answered(), failed, failed).at(-1);
    const after = observe(before, failed, START_MS + 60 * MINUTE_MS, PACE);
    assert.equal(after.status, 'unknown');
    assert.deepEqual(after.row, { kind: 'failed', count: 1, fromMs: START_MS + 60 * MINUTE_MS });
  });

  test('starts over where the clock was set back', () => {
    const before = play(failed, failed).at(-1);
    assert.equal(observe(before, failed, START_MS - MINUTE_MS, PACE).row.count, 1);
  });

  test('follows the rule whatever happens', () => {
    fc.assert(
      fc.property(eventsArbitrary, (given) => {
        let atMs = START_MS;
        let state: CheckState | undefined;
        const events: { outcome: Outcome; atMs: number }[] = [];
        for (const { outcome, pauseMs } of given) {
          atMs += pauseMs;
          const before = state;
          state = observe(state, outcome, atMs, PACE);
          events.push({ outcome, atMs });
          const tail = tailOf(events);
          const isDown =
            tail.kind === 'failed' && tail.count >= 3 && tail.lengthMs >= PACE.leastDownMs;
          if (isDown) assert.equal(state.status, 'unreachable');
          if (state.status === 'unreachable' && before?.status !== 'unreachable') assert.ok(isDown);
          const isUp = state.status === 'reachable' || state.status === 'slow';
          if (isUp && before?.wasDown) assert.ok(tail.kind === 'answered' && tail.count >= 2);
          if (tail.kind === 'answered' && tail.count >= 2) assert.ok(isUp);
          if (tail.kind === 'offline' && tail.count >= 2) assert.equal(state.status, 'unknown');
          assert.equal(state.failure !== null, state.status === 'unreachable');
          assert.ok(state.sinceMs === null || state.sinceMs <= atMs || pauseMs < 0);
          assert.deepEqual(JSON.parse(JSON.stringify(state)), state);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('stays small however long it goes on', () => {
    let state: CheckState | undefined;
    for (let minute = 0; minute < 20 * 24 * 60; minute += 1) {
      state = observe(state, answered(minute % 9999), START_MS + minute * MINUTE_MS, PACE);
    }
    const bytes = JSON.stringify(state).length;
    assert.ok(bytes < 1600, `${bytes} bytes`);
  });
});

describe('slowness', () => {
  const hours = (count: number, durationMs: number): Outcome[] =>
    Array.from({ length: count * 60 }, () => answered(durationMs));

  test('shows once most of the newest five answers take three times the usual and a second more', () => {
    const slow = statuses(...hours(4, 400), ...Array.from({ length: 4 }, () => answered(1500)));
    assert.deepEqual(slow.slice(-4), ['reachable', 'reachable', 'slow', 'slow']);
  });

  test('does not show at an address that is always slow', () => {
    assert.ok(!statuses(...hours(6, 9000)).includes('slow'));
  });

  test('does not show before the usual is known', () => {
    assert.ok(!statuses(...hours(1, 50), ...hours(1, 9000)).includes('slow'));
  });

  test('ends at twice the usual, and half a second above it', () => {
    const before = [...hours(4, 400), ...Array.from({ length: 5 }, () => answered(2000))];
    const after = (durationMs: number) =>
      statuses(...before, ...Array.from({ length: 5 }, () => answered(durationMs))).at(-1);
    assert.equal(after(950), 'slow');
    assert.equal(after(850), 'reachable');
  });

  test('never shows while answers differ from each other by less than a second', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9000 }),
        fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 300, maxLength: 600 }),
        (leastMs, extra) => {
          assert.ok(!statuses(...extra.map((more) => answered(leastMs + more))).includes('slow'));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('is not carried over an outage', () => {
    const slow = Array.from({ length: 5 }, () => answered(5000));
    const back = statuses(
      ...hours(4, 100),
      ...slow,
      failed,
      failed,
      failed,
      answered(),
      answered(),
    );
    assert.deepEqual(back.slice(-3), ['unreachable', 'unreachable', 'reachable']);
  });
});

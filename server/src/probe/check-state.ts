import type { Reachability } from 'outage-status/feed';
import type { Failure, Outcome } from './outcome.js';
import { addDuration, type Durations, isSlow, NO_DURATIONS } from './own-usual.js';

/** Failures in a row before an address counts as unreachable. */
const FAILURES_NEEDED = 3;
/** Answers in a row before an unreachable address counts as reachable again. */
const ANSWERS_NEEDED = 2;
/** Answers in a row that say nothing before the status is unknown. */
const UNCLEAR_NEEDED = 2;
/** After a pause of this many intervals, what came before is no part of a row any more. */
const LONGEST_PAUSE = 5;

/** What a check says of its address. */
export type CheckStatus = Reachability['status'];

/** What is known of one address; plain data, kept in the store. Times are epoch milliseconds. */
export interface CheckState {
  readonly status: CheckStatus;
  /** When the status began; `null` if unknown. */
  readonly sinceMs: number | null;
  readonly checkedAtMs: number;
  /** How the newest of the failures came about that make it unreachable. */
  readonly failure: Failure | null;
  /** The outcomes of the same kind up to now. */
  readonly row: { readonly kind: Outcome['kind']; readonly count: number; readonly fromMs: number };
  /** Its last decided status was unreachable: one answer is not enough. */
  readonly wasDown: boolean;
  readonly durations: Durations;
}

/** How often an address is asked, and how long it must fail. In milliseconds. */
export interface Pace {
  readonly intervalMs: number;
  /** Least time from the first failure to the one that makes it unreachable. */
  readonly leastDownMs: number;
}

/** Whether two outcomes are too far apart, or in the wrong order, to be in a row. */
const isBroken = (before: CheckState, atMs: number, { intervalMs }: Pace): boolean =>
  atMs < before.checkedAtMs || atMs - before.checkedAtMs > LONGEST_PAUSE * intervalMs;

/** The status after an outcome, and when it began; the present one if the outcome changes nothing yet. */
function decide(
  before: Pick<CheckState, 'status' | 'sinceMs' | 'wasDown'>,
  row: CheckState['row'],
  durations: Durations,
  atMs: number,
  { leastDownMs }: Pace,
): Pick<CheckState, 'status' | 'sinceMs'> {
  const become = (status: CheckStatus, sinceMs: number): Pick<CheckState, 'status' | 'sinceMs'> =>
    status === before.status ? { status, sinceMs: before.sinceMs } : { status, sinceMs };
  const present = become(before.status, atMs);
  if (row.kind === 'failed') {
    const isDown = row.count >= FAILURES_NEEDED && atMs - row.fromMs >= leastDownMs;
    return isDown ? become('unreachable', row.fromMs) : present;
  }
  if (row.kind === 'answered') {
    if (before.wasDown && row.count < ANSWERS_NEEDED) return present;
    const slow = isSlow(durations, before.status === 'slow');
    // Slowness shows only in several answers, so it begins with the one that shows it.
    return before.status === 'reachable' || before.status === 'slow'
      ? become(slow ? 'slow' : 'reachable', atMs)
      : become(slow ? 'slow' : 'reachable', row.fromMs);
  }
  return row.count >= UNCLEAR_NEEDED ? become('unknown', row.fromMs) : present;
}

/**
 * Adds one outcome to what is known of an address. Pure.
 *
 * @param before `undefined` before the first outcome.
 * @param atMs When the outcome was there, epoch milliseconds.
 */
export function observe(
  before: CheckState | undefined,
  outcome: Outcome,
  atMs: number,
  pace: Pace,
): CheckState {
  const known =
    before && !isBroken(before, atMs, pace)
      ? before
      : ({ status: 'unknown', sinceMs: null, wasDown: before?.wasDown ?? false } as const);
  const newest = 'row' in known ? known.row : undefined;
  const row =
    newest?.kind === outcome.kind
      ? { ...newest, count: newest.count + 1 }
      : { kind: outcome.kind, count: 1, fromMs: atMs };
  const past = before?.durations ?? NO_DURATIONS;
  const durations =
    outcome.kind === 'answered'
      ? addDuration(past, outcome.durationMs, atMs, pace.intervalMs)
      : past;
  const { status, sinceMs } = decide(known, row, durations, atMs, pace);
  const isDown = status === 'unreachable';
  return {
    status,
    // Before the first outcome nobody asked, so the first status may have begun at any time.
    sinceMs: before === undefined ? null : sinceMs,
    checkedAtMs: atMs,
    failure: isDown
      ? outcome.kind === 'failed'
        ? outcome.failure
        : (before?.failure ?? null)
      : null,
    row,
    wasDown: isDown || (status === 'unknown' && known.wasDown),
    // What was slow before an outage says nothing of the time after it.
    durations: isDown ? { ...durations, newest: [] } : durations,
  };
}

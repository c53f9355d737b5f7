import type { Reachability, Status } from 'outage-status/feed';
import type { CatalogCheck } from '../catalog/load-catalog.js';
import { MINUTE_MS, toTimestamp } from '../lib/clock.js';
import type { CheckState, CheckStatus } from './check-state.js';
import { medianOf } from './own-usual.js';
import type { StoredChecks } from './probe-store.js';

/** What a check has found expires after this long without another. */
const MAX_AGE_MS = 5 * MINUTE_MS;

/** Worse is greater; what says nothing comes last. */
const RANK: Readonly<Record<CheckStatus, number>> = {
  unknown: 0,
  reachable: 1,
  slow: 2,
  unreachable: 3,
};

interface KnownCheck {
  readonly check: CatalogCheck;
  readonly state: CheckState;
}

/** The checks of a service that were asked at least once, as far as they still say something. */
const listKnown = (
  checks: readonly CatalogCheck[],
  stored: StoredChecks | undefined,
  nowMs: number,
): KnownCheck[] =>
  checks.flatMap((check) => {
    const state = stored?.[check.url];
    if (state === undefined) return [];
    const isOld = nowMs - state.checkedAtMs > MAX_AGE_MS;
    return [{ check, state: isOld ? { ...state, status: 'unknown', sinceMs: null } : state }];
  });

/** What one check says, in the feed's format. */
const toReachability = ({ check, state }: KnownCheck): Reachability => {
  const { status, sinceMs, checkedAtMs, failure, durations } = state;
  const hasAnswers = status === 'reachable' || status === 'slow';
  return {
    status,
    checkedAt: toTimestamp(checkedAtMs),
    since: sinceMs === null ? null : toTimestamp(sinceMs),
    medianMs: (hasAnswers ? medianOf(durations.newest) : undefined) ?? null,
    url: check.url,
    ...(status === 'unreachable' && failure !== null && { failure }),
  };
};

/**
 * What a service's checks say together, as the check does that weighs most: one that is the service itself before others,
 * then the worse before the better, then the order of the catalogue. A check that says nothing gives way to any other.
 *
 * @param stored What was found so far.
 * @param nowMs Epoch milliseconds.
 * @returns `undefined` for a service without checks, and before the first answer.
 */
export function readReachability(
  checks: readonly CatalogCheck[],
  stored: StoredChecks | undefined,
  nowMs: number,
): Reachability | undefined {
  const weigh = ({ check, state }: KnownCheck): number =>
    RANK[state.status] + (check.isTheService && state.status !== 'unknown' ? 10 : 0);
  const [first] = listKnown(checks, stored, nowMs).toSorted(
    (left, right) => weigh(right) - weigh(left),
  );
  return first && toReachability(first);
}

/**
 * The status that the checks alone give a service: a major outage where an address is unreachable that the catalogue calls
 * the service itself, else nothing.
 */
export const probeStatus = (
  checks: readonly CatalogCheck[],
  stored: StoredChecks | undefined,
  nowMs: number,
): Status =>
  listKnown(checks, stored, nowMs).some(
    ({ check, state }) => check.isTheService && state.status === 'unreachable',
  )
    ? 'major_outage'
    : 'unknown';

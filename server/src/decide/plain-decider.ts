import type { Status } from 'outage-status/feed';
import { SECOND_MS } from '../clock.js';
import type { Decider, Decision, Evidence } from './decider.js';

/** Fewer distinct visitors than this are a handful, whatever is usual. */
const FLOOR = 8;
/** A problem is at least this many times the usual number: the state of practice among outage sites. */
const RATIO = 4;
/** Reports come in clusters and drift through the day, so surprise is measured against a rate this much above the usual. */
const UNRULINESS = 1.5;
/** Nats, about one in a million: with 35 000 windows of 15 minutes a year, a false alarm every few decades if reports were Poisson. */
const LEAST_SURPRISE = 13.8;
/** Multiples of the opening number at which the levels begin. */
const LEVELS: readonly { readonly status: Status; readonly from: number }[] = [
  { status: 'major_outage', from: 4 },
  { status: 'partial_outage', from: 2 },
  { status: 'degraded_performance', from: 1 },
];
/** A level is kept down to this share of where it began, so that a count near the line does not flap. */
const KEEP_SHARE = 0.5;
/** A category is hit when it has at least this share of the reports; a major outage hits half of the categories. */
const HIT_SHARE = 0.1;
const MAJOR_BREADTH = 0.5;

const RANK = new Map<Status, number>([
  ['operational', 0],
  ['degraded_performance', 1],
  ['partial_outage', 2],
  ['major_outage', 3],
]);

interface Memory {
  /** Since when the reports have been too few for the current level; absent while they are enough. */
  readonly lowSinceMs?: number;
}

/** Chernoff's bound on how unlikely so many events are under a Poisson rate, in nats; 0 when they are not more than usual. */
const surprise = (count: number, mean: number): number => {
  if (count <= mean) return 0;
  return mean === 0 ? Number.POSITIVE_INFINITY : count * Math.log(count / mean) - (count - mean);
};

/**
 * The number of reports in a window at which a problem opens.
 *
 * @param typicalCount Usual number in such a window, 0 or more.
 * @returns At least {@link FLOOR}; 12 for one usual report, 16 for two, four times the usual from about ten on.
 */
export function openingCount(typicalCount: number): number {
  let count = Math.max(FLOOR, Math.ceil(RATIO * typicalCount));
  while (surprise(count, UNRULINESS * typicalCount) < LEAST_SURPRISE) count += 1;
  return count;
}

const breadthOf = (categoryCounts: readonly number[], recentCount: number): number => {
  if (categoryCounts.length === 0 || recentCount === 0) return 0;
  const hit = categoryCounts.filter((count) => count > 0 && count >= HIT_SHARE * recentCount);
  return hit.length / categoryCounts.length;
};

const levelAt = (strength: number, breadth: number, factor: number): Status => {
  const level = LEVELS.find(
    ({ status, from }) =>
      strength >= from * factor && (status !== 'major_outage' || breadth >= MAJOR_BREADTH * factor),
  );
  return level?.status ?? 'operational';
};

const readMemory = (text: string): Memory => {
  if (text === '') return {};
  try {
    const { lowSinceMs } = JSON.parse(text) as { lowSinceMs?: unknown };
    return typeof lowSinceMs === 'number' ? { lowSinceMs } : {};
  } catch {
    // Another decider may have written it before this one was put in its place.
    return {};
  }
};

const rank = (status: Status): number => RANK.get(status) ?? 0;

/**
 * Decides by comparing the recent count with what is usual at this hour: up at once, down only after the reports have
 * stayed low. Why these numbers: `docs/decisions/0005-plain-decider.md`.
 */
export class PlainDecider implements Decider {
  readonly #holdMs: number;

  /** @param recoveryHoldSeconds How long reports must stay low before the status is lowered. */
  constructor(recoveryHoldSeconds: number) {
    this.#holdMs = recoveryHoldSeconds * SECOND_MS;
  }

  decide(evidence: Evidence, previous: Decision | undefined): Decision {
    const { recentCount, typicalCount, categoryCounts, nowMs } = evidence;
    const strength = recentCount / openingCount(typicalCount);
    const breadth = breadthOf(categoryCounts, recentCount);
    const opened = levelAt(strength, breadth, 1);
    const kept = levelAt(strength, breadth, KEEP_SHARE);
    const current = previous?.status ?? 'operational';

    if (rank(opened) > rank(current)) return { status: opened, memory: '' };
    if (rank(kept) >= rank(current)) return { status: current, memory: '' };
    const lowSinceMs = readMemory(previous?.memory ?? '').lowSinceMs ?? nowMs;
    if (nowMs - lowSinceMs >= this.#holdMs) return { status: kept, memory: '' };
    return { status: current, memory: JSON.stringify({ lowSinceMs } satisfies Memory) };
  }
}

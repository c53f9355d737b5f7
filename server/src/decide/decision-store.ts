import type { Status } from 'outage-status/feed';
import type { ReportStore, TimedCount } from '../reports/report-store.js';

/** The last decision about one service, with the state from which the decider continues. */
export interface StoredDecision {
  readonly serviceId: string;
  readonly status: Status;
  /** When this status began, epoch milliseconds. */
  readonly sinceMs: number;
  /** The decider's own state, opaque to the store, JSON text of at most 8 kB. */
  readonly memory: string;
  /** Grows by one with every write; compare-and-set key, 0 before the first. */
  readonly revision: number;
}

/** One change of a service's community status. */
export interface StatusChange {
  readonly serviceId: string;
  readonly from: Status;
  readonly to: Status;
  readonly atMs: number;
}

/** A status change with the revision of its decision; revisions of a service increase. */
export interface NumberedChange extends StatusChange {
  readonly revision: number;
}

/** Reports counted in one minute and category. */
export interface MinuteCount extends TimedCount {
  readonly category: string;
}

/** Votes ("works for me again") counted in one minute, from one site. */
export interface VoteCount extends TimedCount {
  readonly origin: string;
}

/**
 * Keeps decisions, and reads the counts behind them. Intervals and errors are as in {@link ReportStore}. Always reads the
 * primary database, so that a decision misses no report.
 */
export interface DecisionStore extends Pick<ReportStore, 'countByCategory' | 'countByOrigin'> {
  /** Counted reports per minute and category, oldest minute first; empty minutes are left out. Kept for 48 hours. */
  countByMinute(serviceId: string, fromMs: number, toMs: number): Promise<MinuteCount[]>;
  /** Counted reports per full hour, oldest first; empty hours are left out. Kept for `HISTORY_DAYS`. */
  countByHour(serviceId: string, fromMs: number, toMs: number): Promise<TimedCount[]>;
  /** Counted votes. Kept for 48 hours. */
  countVotes(serviceId: string, fromMs: number, toMs: number): Promise<number>;
  /** Counted votes per minute and origin, oldest minute first; empty minutes are left out. Kept for 48 hours. */
  countVotesByMinute(serviceId: string, fromMs: number, toMs: number): Promise<VoteCount[]>;
  /** Services with a counted report since `fromMs`, unordered; `fromMs` is rounded down to its minute. */
  activeServices(fromMs: number): Promise<string[]>;
  /** Last decision of a service, or `undefined` before the first. */
  readDecision(serviceId: string): Promise<StoredDecision | undefined>;
  /**
   * Writes a decision if the stored revision is still `expectedRevision` (0: none yet), and records a status change
   * at `sinceMs` in the same transaction when the status differs. Before the first decision it was `unknown`.
   * The stored revision becomes `expectedRevision + 1`, whatever `decision.revision` says.
   *
   * @returns False if another process wrote first; read again.
   */
  writeDecision(decision: StoredDecision, expectedRevision: number): Promise<boolean>;
}

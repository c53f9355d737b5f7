import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { NewReport, StoredAnswer } from './new-report.js';

/** Largest batch of {@link ReportStore.addReports}: a longer one would delay the embedded database's other writes. */
export const MAX_BATCH = 500;

/** Reports counted in one interval. */
export interface TimedCount {
  /** Start of the interval, epoch milliseconds. */
  readonly atMs: number;
  readonly count: number;
}

/**
 * Keeps reports, and the data that decides whether a report counts. Times are epoch milliseconds. Intervals are half-open,
 * `[fromMs, toMs)`; a counter belongs to the interval in which its minute or hour starts, so adjacent intervals count each
 * report once. Every method rejects with `StoreError` if the database cannot be reached.
 */
export interface ReportStore {
  /**
   * Counts a batch in one transaction: report row, minute and hour counters, the visitor's count slot, origin counter. A
   * vote changes the row, the slot and the vote counter only, so no count of reports includes votes.
   * Durable when the promise resolves.
   *
   * @param reports At most {@link MAX_BATCH}, reports and votes mixed. A repeated key counts once. A visitor counts at most
   * once per service with a report and once with a vote, whatever the times in the batch.
   * @param countWindowMs How long a visitor's report for a service blocks the next, and a vote the next vote; at most an
   * hour once the visitor has voted the other way.
   * @returns One answer per report, in the order given. A known key gets its first answer again. `told` is the outcome
   * without any suspicion, so the visitor's answer does not show one.
   * @throws {StoreError} `invalid` for a batch that is too long, or a text that no supported database can hold.
   */
  addReports(reports: readonly NewReport[], countWindowMs: number): Promise<StoredAnswer[]>;
  /** Counted reports per category; categories without reports are missing. Kept for 48 hours. */
  countByCategory(serviceId: string, fromMs: number, toMs: number): Promise<Map<string, number>>;
  /**
   * Counted reports per origin. The interval is widened to whole ten minutes. Kept for 48 hours.
   * An opaque origin is `'null'`, as in the `Origin` header; the server's own is `''`.
   */
  countByOrigin(serviceId: string, fromMs: number, toMs: number): Promise<Map<string, number>>;
  /** The salt of a UTC day (`2026-11-22`), created on first use, the same for every process. 32 random bytes, hex. */
  readSalt(day: string): Promise<string>;
  /** Services that an operator has paused. */
  readPaused(): Promise<Set<string>>;
  /** Pauses or resumes a service, and announces the change. Idempotent. */
  writePaused(serviceId: string, paused: boolean, nowMs: number): Promise<void>;
  /**
   * Makes a limit on uses per key. All processes on one Postgres share it, and each falls back on its own memory while the
   * database does not answer. An embedded database's limits are in memory.
   *
   * @param name Distinguishes limits.
   * @param points Uses of one key in `durationSeconds`. The keys must not reveal an address.
   */
  openLimiter(name: string, points: number, durationSeconds: number): RateLimiterAbstract;
}

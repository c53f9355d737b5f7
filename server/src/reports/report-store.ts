import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { NewReport, StoredAnswer } from './new-report.js';

/** Largest batch of {@link ReportStore.addReports}: a longer one would hold up the embedded database's other writes. */
export const MAX_BATCH = 500;

/** Reports counted in one interval. */
export interface TimedCount {
  /** Start of the interval, epoch milliseconds. */
  readonly atMs: number;
  readonly count: number;
}

/**
 * Keeps reports, and what a report is judged by. Times are epoch milliseconds; every interval is half-open,
 * `[fromMs, toMs)`, and a counter belongs to the interval in which its own minute or hour starts, so that intervals laid
 * end to end count each report once. Every method rejects with `StoreError` when the database cannot be reached.
 */
export interface ReportStore {
  /**
   * Counts a batch in one transaction: report row, minute and hour counters, visitor's voice, origin counter; of a vote
   * the row, the voice and the vote counter only, so that no count of reports ever has a vote in it.
   * Durable when the promise resolves.
   *
   * @param reports At most {@link MAX_BATCH}, reports and votes mixed; the same key twice counts once, and so does one
   * visitor of a service, whatever the times in the batch, once with a report and once with a vote.
   * @param countWindowMs How long one visitor's report for a service stands before another one counts, and a vote before
   * another vote; an hour, if that is less, once the visitor has said the opposite.
   * @returns One answer per report, in the order given. A key seen before gets its first answer again. `told` is the
   * outcome as it would be if nothing was suspected: the tries of one address get the same answers whatever became of them.
   * @throws {StoreError} `invalid` for a batch that is too long, or a text that no database here can hold.
   */
  addReports(reports: readonly NewReport[], countWindowMs: number): Promise<StoredAnswer[]>;
  /** Counted reports per category; categories without any are left out. Kept for 48 hours. */
  countByCategory(serviceId: string, fromMs: number, toMs: number): Promise<Map<string, number>>;
  /**
   * Counted reports per origin, ten-minute resolution: the interval is widened to whole ten minutes. Kept for 48 hours.
   * An opaque origin is `'null'`, as in the `Origin` header; the server's own is `''`.
   */
  countByOrigin(serviceId: string, fromMs: number, toMs: number): Promise<Map<string, number>>;
  /** The salt of a UTC day (`2026-11-22`), made on first use; the same for every process. 32 random bytes, hex. */
  readSalt(day: string): Promise<string>;
  /** Services that an operator has paused. */
  readPaused(): Promise<Set<string>>;
  /** Pauses a service, or lets it go on, and announces that. Doing it twice changes nothing. */
  writePaused(serviceId: string, paused: boolean, nowMs: number): Promise<void>;
  /**
   * Makes a limit on how often each key may be used. All processes on one Postgres share it, and each falls back on its
   * own memory while the database does not answer; an embedded database's limits are in memory.
   *
   * @param name Distinguishes limits.
   * @param points Uses of one key in `durationSeconds`. The keys must not reveal an address.
   */
  openLimiter(name: string, points: number, durationSeconds: number): RateLimiterAbstract;
}

import type { Incident, Official, Status } from 'outage-status/feed';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { NewReport, StoredAnswer } from './new-report.js';
import type { NotificationStore } from './notification-store.js';

export * from './new-report.js';

/** What was decided about one service, and what hysteresis needs to go on from there. */
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

/** An incident of one service. */
export interface StoredIncident extends Incident {
  readonly serviceId: string;
}

/** What an import did. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Reports counted in one interval. */
export interface TimedCount {
  /** Start of the interval, epoch milliseconds. */
  readonly atMs: number;
  readonly count: number;
}

/** Reports counted in one minute and category. */
export interface MinuteCount extends TimedCount {
  readonly category: string;
}

/** Votes, "works for me again", counted in one minute, from one site. */
export interface VoteCount extends TimedCount {
  readonly origin: string;
}

/** How often a service's feed was looked at in one minute. */
export interface ViewCount extends TimedCount {
  readonly serviceId: string;
}

/** Largest batch {@link Store.addReports} takes: longer ones would hold up the JavaScript thread of an embedded database. */
export const MAX_BATCH = 500;

/**
 * Keeps reports, counters and decisions. One contract suite (`server/test/store-contract.ts`) runs against every
 * implementation. Times are epoch milliseconds; every interval is half-open, `[fromMs, toMs)`, and a counter belongs to
 * the interval in which its own minute or hour starts, so that intervals laid end to end count each report once.
 * Every method rejects with {@link StoreError} when the database cannot be reached.
 */
export interface Store {
  /**
   * Counts a batch in one transaction: report row, minute and hour counters, visitor's voice, origin counter; of a vote
   * the row, the voice and the vote counter only, so that no count of reports ever has a vote in it.
   * Durable when the promise resolves.
   *
   * @param reports At most {@link MAX_BATCH}, reports and votes mixed; the same key twice counts once, and so does one
   * visitor of a service, whatever the times in the batch, once with a report and once with a vote.
   * @param voiceWindowMs How long one visitor's report for a service stands before another one counts, and a vote before
   * another vote; an hour, if that is less, once the visitor has said the opposite.
   * @returns One answer per report, in the order given. A key seen before gets its first answer again. What is told is
   * what would be if nothing was suspected: so many tries from one address, so many answers, whatever became of them.
   */
  addReports(reports: readonly NewReport[], voiceWindowMs: number): Promise<StoredAnswer[]>;
  /** Counted reports per category; categories without any are left out. */
  countByCategory(serviceId: string, fromMs: number, toMs: number): Promise<Map<string, number>>;
  /** Counted reports per minute and category, oldest minute first; without any left out. Kept for 48 hours. */
  countByMinute(serviceId: string, fromMs: number, toMs: number): Promise<MinuteCount[]>;
  /** Counted reports per step, oldest first, empty steps included as 0. `stepMs` is a multiple of a minute. */
  countBySteps(serviceId: string, fromMs: number, stepMs: number, steps: number): Promise<number[]>;
  /**
   * Counted reports per origin, ten-minute resolution: the interval is widened to whole ten minutes.
   * An opaque origin is `'null'`, as in the `Origin` header; the server's own is `''`.
   */
  countByOrigin(serviceId: string, fromMs: number, toMs: number): Promise<Map<string, number>>;
  /** Counted reports per full hour, oldest first, hours without any left out. Kept for `HISTORY_DAYS`. */
  countByHour(serviceId: string, fromMs: number, toMs: number): Promise<TimedCount[]>;
  /** Counted votes. Kept for 48 hours. */
  countVotes(serviceId: string, fromMs: number, toMs: number): Promise<number>;
  /** Counted votes per minute and origin, oldest minute first; without any left out. Kept for 48 hours. */
  countVotesByMinute(serviceId: string, fromMs: number, toMs: number): Promise<VoteCount[]>;
  /** Services with a counted report since `fromMs`, in no order; `fromMs` is widened to its whole minute. */
  activeServices(fromMs: number): Promise<string[]>;
  /** Adds history (demo data, imports) to the hour and minute counters. Not for live reports. */
  importCounts(
    serviceId: string,
    counts: readonly (TimedCount & { category: string })[],
  ): Promise<void>;

  /** Adds views, by the minute, to those of this and other processes. */
  addViews(views: readonly ViewCount[]): Promise<void>;
  /** How often a service's feed was looked at, see `ViewCounter`. Kept for 8 days. */
  countViews(serviceId: string, fromMs: number, toMs: number): Promise<number>;

  /** Last decision of a service, or `undefined` before the first. */
  readDecision(serviceId: string): Promise<StoredDecision | undefined>;
  /**
   * Writes a decision if the stored revision is still `expectedRevision` (0: none yet), and records a status change
   * at `sinceMs` in the same transaction when the status differs. Before the first decision it was `unknown`.
   * The stored revision becomes `expectedRevision + 1`, whatever `decision.revision` says.
   *
   * @returns False when another process was quicker; read again.
   */
  writeDecision(decision: StoredDecision, expectedRevision: number): Promise<boolean>;
  /** Changes of community status, newest first. */
  readChanges(serviceId: string, limit: number): Promise<StatusChange[]>;

  /** What the vendor's page said last, or `undefined`. */
  readOfficial(serviceId: string): Promise<Official | undefined>;
  writeOfficial(serviceId: string, official: Official): Promise<void>;

  /**
   * Writes down what the vendor's page lists now, in one transaction. An incident that is known, by its id, is brought up to
   * date; an open one that is no longer listed has ended, at `seenAtMs`.
   *
   * @param listed All open ones and any others, of source `official`; with 20 or more, open ones may have been left out, and
   *   none is ended.
   */
  recordVendorIncidents(
    serviceId: string,
    listed: readonly Incident[],
    seenAtMs: number,
  ): Promise<void>;
  /** Adds incidents, or brings those with the same service, source and id up to date; all of them or none. */
  importIncidents(incidents: readonly StoredIncident[]): Promise<ImportCounts>;
  /** Incidents of vendors' pages and imports that are open or ended at `fromMs` or later, newest first. */
  readIncidents(serviceId: string, fromMs: number, limit: number): Promise<Incident[]>;

  /**
   * The same reads, answered by a replica where there is one. They have everything that this process has written and every
   * change it was told of; reports that came in through other processes may be missing until the next round of decisions.
   */
  readonly reads: StoreReads;

  /** Who wants to be told of changes, and what is to be sent. */
  readonly notifications: NotificationStore;

  /** The salt of a UTC day (`2026-11-22`), made on first use; the same for every process. 32 random bytes, hex. */
  readSalt(day: string): Promise<string>;
  /** Services that an operator has paused. */
  readPaused(): Promise<Set<string>>;
  /** Pauses a service, or lets it go on, and announces that. Twice is as good as once. */
  writePaused(serviceId: string, paused: boolean, nowMs: number): Promise<void>;
  /**
   * Makes a limit: so many points of a key in so many seconds. Shared by all processes on one Postgres, where each
   * falls back on its own memory while the database does not answer; an embedded database's are in memory.
   *
   * @param name Distinguishes limits; the keys must not tell an address.
   */
  openLimiter(name: string, points: number, durationSeconds: number): RateLimiterAbstract;
  /**
   * Forgets what is too old: used proofs after an hour, visitors' and networks' hashes after 24 hours, salts 24 hours after their day has ended (until then a hash
   * made under them may stand), report rows, minute, origin and vote counters and messages after 48 hours, views after 8 days, hour counters, status
   * changes and ended incidents of vendors' pages after `historyDays`; imported ones stay. What is exactly that old is still kept.
   */
  purge(nowMs: number, historyDays: number): Promise<void>;

  /**
   * Calls back when a service's status or official state has changed, through whichever process on the same Postgres;
   * an embedded database tells of its own process only. After a lost connection every decided service is announced.
   * The listener must not throw. Returns the way to stop.
   */
  onChange(listener: (serviceId: string) => void): () => void;
  /** Rejects when the database does not answer. */
  check(): Promise<void>;
  /** Finishes what is under way and lets go of the database. */
  close(): Promise<void>;
}

/** The reads of pages and feeds, which many may do and which decide nothing. */
export type StoreReads = Pick<
  Store,
  | 'countByCategory'
  | 'countBySteps'
  | 'countByHour'
  | 'countVotes'
  | 'readChanges'
  | 'readIncidents'
>;

/**
 * Why the store refused.
 * `unavailable` the database could not be reached or did not accept a statement · `busy` too many reports wait already ·
 * `invalid` a value that no database here can hold, or a URL that is none · `damaged` the file is no good · `newer` the tables are those of
 * a newer server · `disk` the disk is full or fails · `forbidden` the file or folder may not be written.
 */
export type StoreErrorCode =
  | 'unavailable'
  | 'busy'
  | 'invalid'
  | 'damaged'
  | 'newer'
  | 'disk'
  | 'forbidden';

/** The one error of the store. `message` names the database, never its password; the original is the `cause`. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  /** @param options.code `unavailable` unless given. */
  constructor(message: string, options: ErrorOptions & { code?: StoreErrorCode } = {}) {
    super(message, options);
    this.code = options.code ?? 'unavailable';
  }
}

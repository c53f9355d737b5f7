import { sql } from 'kysely';
import type { Incident, Official } from 'outage-status/feed';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { addReports } from './add-reports.js';
import type { ChangeChannel, ChangeListener } from './change-channel.js';
import { addToCounters } from './counters.js';
import { readChanges, readDecision, writeDecision } from './decisions.js';
import { describeCause } from './describe-cause.js';
import { importIncidents, readIncidents, recordVendorIncidents } from './incidents.js';
import { KyselyNotifications } from './notifications/kysely-notifications.js';
import type { NotificationStore } from './notification-store.js';
import { readOfficial, writeOfficial } from './officials.js';
import { readPaused, writePaused } from './paused-services.js';
import { deleteSome, purge, type OldRows } from './purge.js';
import {
  activeServices,
  countByCategory,
  countByHour,
  countByMinute,
  countByOrigin,
  countBySteps,
} from './read-counts.js';
import type { ReportWriter } from './report-writer.js';
import { replicaReads } from './replica-reads.js';
import type { Replica } from './replica.js';
import { runInTransaction } from './run-in-transaction.js';
import { readSalt } from './salts.js';
import { assertStorable } from './storable.js';
import { addViews, countViews } from './view-counters.js';
import { countVotes, countVotesByMinute } from './vote-counters.js';
import {
  MAX_BATCH,
  StoreError,
  type ImportCounts,
  type MinuteCount,
  type NewReport,
  type StatusChange,
  type Store,
  type StoreReads,
  type StoredAnswer,
  type StoredDecision,
  type StoredIncident,
  type TimedCount,
  type ViewCount,
  type VoteCount,
} from './store.js';
import type { Database, TablesTransaction } from './tables.js';
import { withTimeout } from './with-timeout.js';
import { WriteGate } from './write-gate.js';

const CHECK_TIMEOUT_MS = 5000;

/** What a {@link KyselyStore} is made of; everything that differs between the databases is in here. */
export interface StoreParts {
  readonly db: Database;
  readonly changes: ChangeChannel;
  readonly openLimiter: OpenLimiter;
  /** Counter shard of this process, 0 to 2^31 − 1. */
  readonly shard: number;
  /** Where reports are written on a connection of its own; by `db` when left out. */
  readonly reportWriter?: ReportWriter;
  /** A standby that answers `Store.reads`. */
  readonly replica?: Replica | undefined;
  /** Whether the database knows `for update skip locked`. */
  readonly skipLocked: boolean;
  /** The database as an operator knows it, for errors; without a password. */
  readonly location: string;
}

/** See `Store.openLimiter`. */
export type OpenLimiter = Store['openLimiter'];

/** The store on either database: each method is one function of a neighbouring file, guarded by {@link StoreError}. */
export class KyselyStore implements Store {
  readonly #db: Database;
  readonly #changes: ChangeChannel;
  readonly #openLimiter: OpenLimiter;
  readonly #shard: number;
  readonly #location: string;
  readonly #reportWriter: ReportWriter | undefined;
  readonly #gate: WriteGate | undefined;
  readonly #replica: Replica | undefined;
  readonly #underWay = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;
  readonly notifications: NotificationStore;
  readonly reads: StoreReads;

  constructor(parts: StoreParts) {
    const { db, changes, openLimiter, shard, skipLocked, location, reportWriter, replica } = parts;
    this.#db = db;
    this.#changes = changes;
    this.#openLimiter = openLimiter;
    this.#shard = shard;
    this.#location = location;
    this.#reportWriter = reportWriter;
    this.#gate = reportWriter && new WriteGate();
    this.#replica = replica;
    this.reads = replica ? replicaReads(replica, (run) => this.#guard(run)) : this;
    this.notifications = new KyselyNotifications({
      db,
      skipLocked,
      write: (run) => this.#write(run),
      guard: (run) => this.#guard(run),
    });
  }

  async #guard<T>(run: () => Promise<T>): Promise<T> {
    if (this.#closing) throw new StoreError(`${this.#location}: the store is closed`);
    const running = run();
    this.#underWay.add(running);
    try {
      return await running;
    } catch (cause) {
      if (cause instanceof StoreError) throw cause;
      throw new StoreError(`${this.#location}: ${describeCause(cause)}`, { cause });
    } finally {
      this.#underWay.delete(running);
    }
  }

  #write<T>(run: (transaction: TablesTransaction) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      const result = await runInTransaction(this.#db, run);
      this.#replica?.noteWrite();
      return result;
    });
  }

  #inTurn<T>(write: () => Promise<T>): Promise<T> {
    return this.#gate ? this.#gate.pass(write) : write();
  }

  addReports(reports: readonly NewReport[], voiceWindowMs: number): Promise<StoredAnswer[]> {
    return this.#guard(async () => {
      if (reports.length > MAX_BATCH) {
        throw new StoreError(`expected at most ${MAX_BATCH} reports, got ${reports.length}`, {
          code: 'invalid',
        });
      }
      reports.forEach(assertStorable);
      if (reports.length === 0) return [];
      const writer = this.#reportWriter;
      if (writer) return this.#inTurn(() => writer.addReports(reports, voiceWindowMs));
      return this.#write((transaction) =>
        addReports(transaction, reports, voiceWindowMs, this.#shard),
      );
    });
  }

  countByCategory(serviceId: string, fromMs: number, toMs: number): Promise<Map<string, number>> {
    return this.#guard(() => countByCategory(this.#db, serviceId, fromMs, toMs));
  }

  countByMinute(serviceId: string, fromMs: number, toMs: number): Promise<MinuteCount[]> {
    return this.#guard(() => countByMinute(this.#db, serviceId, fromMs, toMs));
  }

  countBySteps(
    serviceId: string,
    fromMs: number,
    stepMs: number,
    steps: number,
  ): Promise<number[]> {
    return this.#guard(() => countBySteps(this.#db, serviceId, fromMs, stepMs, steps));
  }

  countByOrigin(serviceId: string, fromMs: number, toMs: number): Promise<Map<string, number>> {
    return this.#guard(() => countByOrigin(this.#db, serviceId, fromMs, toMs));
  }

  countByHour(serviceId: string, fromMs: number, toMs: number): Promise<TimedCount[]> {
    return this.#guard(() => countByHour(this.#db, serviceId, fromMs, toMs));
  }

  countVotes(serviceId: string, fromMs: number, toMs: number): Promise<number> {
    return this.#guard(() => countVotes(this.#db, serviceId, fromMs, toMs));
  }

  countVotesByMinute(serviceId: string, fromMs: number, toMs: number): Promise<VoteCount[]> {
    return this.#guard(() => countVotesByMinute(this.#db, serviceId, fromMs, toMs));
  }

  activeServices(fromMs: number): Promise<string[]> {
    // A round of decisions begins: what it sees of other processes' reports, a feed must show.
    this.#replica?.noteWrite();
    return this.#guard(() => activeServices(this.#db, fromMs));
  }

  importCounts(
    serviceId: string,
    counts: readonly (TimedCount & { category: string })[],
  ): Promise<void> {
    const items = counts.filter(({ count }) => count > 0).map((count) => ({ ...count, serviceId }));
    return this.#guard(() =>
      this.#write((transaction) => addToCounters(transaction, items, this.#shard)),
    );
  }

  addViews(views: readonly ViewCount[]): Promise<void> {
    return this.#guard(() =>
      this.#write((transaction) => addViews(transaction, views, this.#shard)),
    );
  }

  countViews(serviceId: string, fromMs: number, toMs: number): Promise<number> {
    return this.#guard(() => countViews(this.#db, serviceId, fromMs, toMs));
  }

  readDecision(serviceId: string): Promise<StoredDecision | undefined> {
    return this.#guard(() => readDecision(this.#db, serviceId));
  }

  writeDecision(decision: StoredDecision, expectedRevision: number): Promise<boolean> {
    return this.#guard(async () => {
      const result = await this.#write(async (transaction) => {
        const written = await writeDecision(transaction, decision, expectedRevision);
        if (written === 'changed') await this.#changes.publish(transaction, decision.serviceId);
        return written;
      });
      if (result === 'changed') this.#changes.published(decision.serviceId);
      return result !== 'lost';
    });
  }

  readChanges(serviceId: string, limit: number): Promise<StatusChange[]> {
    return this.#guard(() => readChanges(this.#db, serviceId, limit));
  }

  readOfficial(serviceId: string): Promise<Official | undefined> {
    return this.#guard(() => readOfficial(this.#db, serviceId));
  }

  writeOfficial(serviceId: string, official: Official): Promise<void> {
    return this.#guard(async () => {
      const changed = await this.#write(async (transaction) => {
        const differs = await writeOfficial(transaction, serviceId, official);
        if (differs) await this.#changes.publish(transaction, serviceId);
        return differs;
      });
      if (changed) this.#changes.published(serviceId);
    });
  }

  recordVendorIncidents(
    serviceId: string,
    listed: readonly Incident[],
    seenAtMs: number,
  ): Promise<void> {
    return this.#guard(() =>
      this.#write((transaction) => recordVendorIncidents(transaction, serviceId, listed, seenAtMs)),
    );
  }

  importIncidents(incidents: readonly StoredIncident[]): Promise<ImportCounts> {
    return this.#guard(() => this.#write((transaction) => importIncidents(transaction, incidents)));
  }

  readIncidents(serviceId: string, fromMs: number, limit: number): Promise<Incident[]> {
    return this.#guard(() => readIncidents(this.#db, serviceId, fromMs, limit));
  }

  readSalt(day: string): Promise<string> {
    return this.#guard(() => readSalt(this.#db, (run) => this.#write(run), day));
  }

  readPaused(): Promise<Set<string>> {
    return this.#guard(() => readPaused(this.#db));
  }

  writePaused(serviceId: string, paused: boolean, nowMs: number): Promise<void> {
    return this.#guard(async () => {
      const changed = await this.#write(async (transaction) => {
        const differs = await writePaused(transaction, serviceId, paused, nowMs);
        if (differs) await this.#changes.publish(transaction, serviceId);
        return differs;
      });
      if (changed) this.#changes.published(serviceId);
    });
  }

  openLimiter(name: string, points: number, durationSeconds: number): RateLimiterAbstract {
    return this.#openLimiter(name, points, durationSeconds);
  }

  purge(nowMs: number, historyDays: number): Promise<void> {
    const writer = this.#reportWriter;
    const deleteIn = (rows: OldRows): Promise<number> =>
      writer
        ? this.#inTurn(() => writer.deleteSome(rows))
        : this.#write((transaction) => deleteSome(transaction, rows));
    return this.#guard(() => purge(deleteIn, nowMs, historyDays));
  }

  onChange(listener: ChangeListener): () => void {
    return this.#changes.subscribe((serviceId) => {
      this.#replica?.noteWrite();
      listener(serviceId);
    });
  }

  check(): Promise<void> {
    return this.#guard(async () => {
      await withTimeout(sql`select 1`.execute(this.#db), CHECK_TIMEOUT_MS);
    });
  }

  close(): Promise<void> {
    this.#closing ??= this.#finish();
    return this.#closing;
  }

  async #finish(): Promise<void> {
    await Promise.allSettled(this.#underWay);
    await this.#changes.close();
    await this.#reportWriter?.close();
    await this.#replica?.close();
    await this.#db.destroy();
  }
}

import { sql } from 'kysely';
import { describeCause } from '../lib/describe-cause.js';
import { StoreError } from '../lib/store-error.js';
import type { ChangeChannel, ChangeListener } from './change-channel.js';
import type { ReportWriter } from './report-writer.js';
import type { Replica } from './replica.js';
import { runInTransaction } from './run-in-transaction.js';
import type { Database, TablesTransaction } from './tables.js';
import { withTimeout } from './with-timeout.js';
import { WriteGate } from './write-gate.js';
import { runWriteTask, type TaskResult, type WriteTask } from './write-task.js';

const CHECK_TIMEOUT_MS = 5000;

/** What a {@link Session} is made of; everything that differs between the databases is in here. */
export interface SessionParts {
  readonly db: Database;
  readonly changes: ChangeChannel;
  /** Counter shard of this process, 0 to 2^31 − 1. */
  readonly shard: number;
  /** Does {@link WriteTask}s on a connection of its own; they are done by `db` when left out. */
  readonly reportWriter?: ReportWriter;
  /** A standby for reads that decide nothing. */
  readonly replica?: Replica | undefined;
  /** Whether the database knows `for update skip locked`. */
  readonly skipLocked: boolean;
  /** The database as an operator knows it, for errors; without a password. */
  readonly location: string;
}

/** Runs a function in one transaction. */
export type Write = <T>(run: (transaction: TablesTransaction) => Promise<T>) => Promise<T>;

/** The steps of one operation; once it has begun, none of them is refused because the store closes. */
export interface Steps {
  readonly db: Database;
  readonly write: Write;
  /** Does a task in one transaction, in the thread that writes where there is one. */
  readonly perform: <Task extends WriteTask>(task: Task) => Promise<TaskResult<Task>>;
}

/**
 * One database, as all ports use it: turns what a driver throws into a {@link StoreError}, lets writes take turns where
 * two connections write, tells the replica what it has to catch up with, announces changes, and waits for all that when it
 * closes.
 */
export class Session {
  readonly shard: number;
  readonly skipLocked: boolean;
  readonly #parts: SessionParts;
  readonly #gate: WriteGate | undefined;
  readonly #steps: Steps;
  readonly #underWay = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.shard = parts.shard;
    this.skipLocked = parts.skipLocked;
    this.#gate = parts.reportWriter && new WriteGate();
    this.#steps = {
      db: parts.db,
      write: (run) => this.#write(run),
      perform: (task) => this.#perform(task),
    };
  }

  /** Reads from the primary database. */
  read<T>(run: (db: Database) => Promise<T>): Promise<T> {
    return this.operate(({ db }) => run(db));
  }

  /** Reads from the replica if there is one that is up to date, and else from the primary database. */
  readReplica<T>(run: (db: Database) => Promise<T>): Promise<T> {
    const { replica } = this.#parts;
    return replica ? this.operate(() => replica.read(run)) : this.read(run);
  }

  /** Writes in one transaction. */
  write<T>(run: (transaction: TablesTransaction) => Promise<T>): Promise<T> {
    return this.operate(({ write }) => write(run));
  }

  /**
   * Writes in one transaction, and announces a service once that has committed.
   *
   * @param isChange Whether the result is worth announcing.
   */
  writeAndAnnounce<T>(
    serviceId: string,
    run: (transaction: TablesTransaction) => Promise<T>,
    isChange: (result: T) => boolean,
  ): Promise<T> {
    const { changes } = this.#parts;
    return this.operate(async ({ write }) => {
      const result = await write(async (transaction) => {
        const written = await run(transaction);
        if (isChange(written)) await changes.publish(transaction, serviceId);
        return written;
      });
      if (isChange(result)) changes.published(serviceId);
      return result;
    });
  }

  /**
   * Runs an operation of several steps.
   *
   * @throws {StoreError} Whatever a step throws, as the `cause`; or that the store is closed.
   */
  async operate<T>(run: (steps: Steps) => Promise<T>): Promise<T> {
    const { location } = this.#parts;
    if (this.#closing) throw new StoreError(`${location}: the store is closed`);
    const running = run(this.#steps);
    this.#underWay.add(running);
    try {
      return await running;
    } catch (cause) {
      if (cause instanceof StoreError) throw cause;
      throw new StoreError(`${location}: ${describeCause(cause)}`, { cause });
    } finally {
      this.#underWay.delete(running);
    }
  }

  /** Makes later reads from the replica include what other processes have written by now. */
  noteOthers(): void {
    this.#parts.replica?.noteWrite();
  }

  /** Calls back on every announced change from now on. Returns the way to stop. */
  onChange(listener: ChangeListener): () => void {
    return this.#parts.changes.subscribe((serviceId) => {
      this.noteOthers();
      listener(serviceId);
    });
  }

  /** Rejects when the database does not answer. */
  check(): Promise<void> {
    return this.read(async (db) => {
      await withTimeout(sql`select 1`.execute(db), CHECK_TIMEOUT_MS);
    });
  }

  /** Finishes what is under way and lets go of the database. Safe to call twice. */
  close(): Promise<void> {
    this.#closing ??= this.#finish();
    return this.#closing;
  }

  async #finish(): Promise<void> {
    const { changes, reportWriter, replica, db } = this.#parts;
    await Promise.allSettled(this.#underWay);
    await changes.close();
    await reportWriter?.close();
    await replica?.close();
    await db.destroy();
  }

  #write: Write = (run) =>
    this.#inTurn(async () => {
      const result = await runInTransaction(this.#parts.db, run);
      this.#parts.replica?.noteWrite();
      return result;
    });

  #perform<Task extends WriteTask>(task: Task): Promise<TaskResult<Task>> {
    const { reportWriter } = this.#parts;
    if (reportWriter) return this.#inTurn(() => reportWriter.perform(task));
    return this.#write((transaction) => runWriteTask(transaction, task));
  }

  #inTurn<T>(write: () => Promise<T>): Promise<T> {
    return this.#gate ? this.#gate.pass(write) : write();
  }
}

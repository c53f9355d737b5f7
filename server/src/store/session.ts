import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { describeCause } from '../lib/describe-cause.js';
import { StoreError } from '../lib/store-error.js';
import type { ChangeChannel, ChangeListener } from './change-channel.js';
import type { Replica } from './replica.js';
import {
  runWriteTask,
  type ReportWriter,
  type TaskResult,
  type WriteTask,
} from './report-writer.js';
import { runInTransaction } from './run-in-transaction.js';
import type { Database, TablesTransaction } from './tables.js';

const CHECK_TIMEOUT_MS = 5000;

/**
 * Lets one writer at a time through, in order of arrival. Without it, two connections of one process would compete for the
 * database's lock, which has no queue.
 */
export class WriteGate {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs a function once all earlier ones have settled. */
  pass<T>(write: () => Promise<T>): Promise<T> {
    const passing = this.#last.then(write, write);
    this.#last = passing.catch(() => undefined);
    return passing;
  }
}

/**
 * Settles like `running`, or rejects after `timeoutMs`; `running` then continues unobserved.
 *
 * @throws {Error} `no answer within … ms`.
 */
async function withTimeout<T>(running: Promise<T>, timeoutMs: number): Promise<T> {
  const settled = new AbortController();
  const tooLate = wait(timeoutMs, undefined, { signal: settled.signal, ref: false }).then(() => {
    throw new Error(`no answer within ${timeoutMs} ms`);
  });
  try {
    return await Promise.race([running, tooLate]);
  } finally {
    tooLate.catch(() => {});
    settled.abort();
  }
}

/** The parts of a {@link Session}, which contain all differences between the two databases. */
export interface SessionParts {
  readonly db: Database;
  readonly changes: ChangeChannel;
  /** Counter shard of this process, 0 to 2^31 − 1. */
  readonly shard: number;
  /** Runs {@link WriteTask}s on a connection of its own; if missing, `db` runs them. */
  readonly reportWriter?: ReportWriter;
  /** A standby for reads that do not lead to decisions. */
  readonly replica?: Replica | undefined;
  /** Whether the database supports `for update skip locked`. */
  readonly skipLocked: boolean;
  /** The database's name for operators, in error messages; without a password. */
  readonly location: string;
}

/** Runs a function in one transaction. */
export type Write = <T>(run: (transaction: TablesTransaction) => Promise<T>) => Promise<T>;

/** The steps of one operation. A started operation may finish all its steps, even while the store closes. */
export interface Steps {
  readonly db: Database;
  readonly write: Write;
  /** Runs a task in one transaction, in the writing thread if there is one. */
  readonly perform: <Task extends WriteTask>(task: Task) => Promise<TaskResult<Task>>;
}

/**
 * One database, as all ports use it. It turns drivers' errors into {@link StoreError}s, queues writes if two connections
 * write, notes writes for the replica, announces changes, and waits for current operations before it closes.
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

  /** Reads from the replica if it exists and is up to date, otherwise from the primary database. */
  readReplica<T>(run: (db: Database) => Promise<T>): Promise<T> {
    const { replica } = this.#parts;
    return replica ? this.operate(() => replica.read(run)) : this.read(run);
  }

  /** Writes in one transaction. */
  write<T>(run: (transaction: TablesTransaction) => Promise<T>): Promise<T> {
    return this.operate(({ write }) => write(run));
  }

  /**
   * Writes in one transaction, and announces the service once that has committed.
   *
   * @param isChange Whether the result is a change to announce.
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
   * @throws {StoreError} With a step's error as the `cause`; or because the store is closed.
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

  /** Makes later reads from the replica include everything other processes have written until now. */
  noteOthers(): void {
    this.#parts.replica?.noteWrite();
  }

  /** Calls back on every later announced change. Returns a function that unsubscribes. */
  onChange(listener: ChangeListener): () => void {
    return this.#parts.changes.subscribe((serviceId) => {
      this.noteOthers();
      listener(serviceId);
    });
  }

  /** Rejects if the database does not answer. */
  check(): Promise<void> {
    return this.read(async (db) => {
      await withTimeout(sql`select 1`.execute(db), CHECK_TIMEOUT_MS);
    });
  }

  /** Finishes the current operations and closes the database. Safe to call twice. */
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

import { WorkerThread } from '../lib/worker-thread.js';
import type { NewReport, StoredAnswer } from '../reports/new-report.js';
import { addReports } from './add-reports.js';
import { deleteSome, type OldRows } from './purge.js';
import type { TablesTransaction } from './tables.js';

/** A transaction as plain data, so that a thread can run it: adds reports, or deletes some old rows. */
export type WriteTask =
  | {
      readonly reports: readonly NewReport[];
      readonly countWindowMs: number;
      /** The counter shard of this process. */
      readonly shard: number;
    }
  | { readonly oldRows: OldRows };

/** One answer per report, or the number of deleted rows. */
export type TaskResult<Task extends WriteTask> = Task extends { readonly reports: unknown }
  ? StoredAnswer[]
  : number;

/** Runs a task within the caller's transaction. */
export async function runWriteTask<Task extends WriteTask>(
  transaction: TablesTransaction,
  task: Task,
): Promise<TaskResult<Task>>;
export async function runWriteTask(
  transaction: TablesTransaction,
  task: WriteTask,
): Promise<StoredAnswer[] | number> {
  return 'reports' in task
    ? addReports(transaction, task.reports, task.countWindowMs, task.shard)
    : deleteSome(transaction, task.oldRows);
}

/** The thread starts this long after the server, so that the first report need not wait for it. */
const START_AFTER_MS = 1000;

/** Data passed to the thread at its start. */
export interface WriterData {
  /** An existing file with all its tables. */
  readonly file: string;
}

/**
 * Writes reports to the embedded database, and deletes old rows, in its own thread on its own connection: SQLite works and
 * the disk syncs there, while the main thread keeps answering.
 */
export class ReportWriter {
  readonly #thread: WorkerThread<WriteTask, unknown>;

  constructor(workerData: WriterData) {
    this.#thread = new WorkerThread({
      entry: new URL('./report-writer-thread.js', import.meta.url),
      workerData,
      endedMessage: 'the thread that writes reports has ended',
      startAfterMs: START_AFTER_MS,
    });
  }

  /**
   * Runs a task in one transaction.
   *
   * @throws {Error} The driver's error, with its `code`; or because the thread has ended.
   */
  perform<Task extends WriteTask>(task: Task): Promise<TaskResult<Task>> {
    return this.#thread.run(task) as Promise<TaskResult<Task>>;
  }

  /** Closes the file. No task may be under way. */
  close(): Promise<void> {
    return this.#thread.close();
  }
}

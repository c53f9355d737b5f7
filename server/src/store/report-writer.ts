import { WorkerThread } from '../lib/worker-thread.js';
import type { TaskResult, WriteTask } from './write-task.js';

/** The thread starts by itself when the server has the rest of its start behind it, so that the first report need not wait. */
const START_AFTER_MS = 1000;

/** What the thread is started with. */
export interface WriterData {
  /** An existing file with all its tables. */
  readonly file: string;
}

/**
 * Writes reports to the embedded database, and deletes old rows, in a thread of its own, on a connection of its own:
 * SQLite works and the disk syncs there, while this thread goes on answering.
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
   * Does a task in one transaction.
   *
   * @throws {Error} The driver's, with its `code`; or that the thread has ended.
   */
  perform<Task extends WriteTask>(task: Task): Promise<TaskResult<Task>> {
    return this.#thread.run(task) as Promise<TaskResult<Task>>;
  }

  /** Lets go of the file. No task may be under way. */
  close(): Promise<void> {
    return this.#thread.close();
  }
}

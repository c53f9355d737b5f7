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

import { workerData } from 'node:worker_threads';
import { Kysely } from 'kysely';
import { serveTasks } from '../lib/worker-thread.js';
import { ImmediateSqliteDialect } from './immediate-sqlite-dialect.js';
import { keepStatements } from './kept-statements.js';
import { runWriteTask, type WriterData, type WriteTask } from './report-writer.js';
import { retryWhileBusy } from './retry-while-busy.js';
import { runInTransaction } from './run-in-transaction.js';
import { openSqliteFile } from './sqlite-file.js';
import type { Tables } from './tables.js';

// The other side is ReportWriter.
const { file } = workerData as WriterData;
/** Keys are random, so with a small cache every report would read pages from disk. */
const CACHE_KIB = 16_000;
let opening: Promise<Kysely<Tables>> | undefined;

/** Opens the file on the first task. After a failure, the next task tries again. */
const open = (): Promise<Kysely<Tables>> => {
  opening ??= retryWhileBusy(async () => keepStatements(openSqliteFile(file, CACHE_KIB)))
    .then((database) => new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(database) }))
    .catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
  return opening;
};

serveTasks(
  async (task) =>
    runInTransaction(await open(), (transaction) => runWriteTask(transaction, task as WriteTask)),
  async () => (await opening?.catch(() => undefined))?.destroy(),
);

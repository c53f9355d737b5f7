/* oxlint-disable unicorn/require-post-message-target-origin -- a thread has none */
import { parentPort, workerData } from 'node:worker_threads';
import { Kysely } from 'kysely';
import { addReports } from './add-reports.js';
import { describeCause } from './describe-cause.js';
import { ImmediateSqliteDialect } from './immediate-sqlite-dialect.js';
import { keepStatements } from './kept-statements.js';
import { deleteSome } from './purge.js';
import type { WriteAnswer, WriteRequest, WriterData, WriteTask } from './report-writer.js';
import { retryWhileBusy } from './retry-while-busy.js';
import { runInTransaction } from './run-in-transaction.js';
import { openSqliteFile } from './sqlite-file.js';
import type { StoredAnswer } from './store.js';
import type { Tables, TablesTransaction } from './tables.js';

// The other side is ReportWriter.
const { file, shard } = workerData as WriterData;
/** Keys are random, so with little memory every report reads pages anew. */
const CACHE_KIB = 16_000;
let opening: Promise<Kysely<Tables>> | undefined;

/** A file that cannot be opened now may be with the next report. */
const open = (): Promise<Kysely<Tables>> => {
  opening ??= retryWhileBusy(async () => keepStatements(openSqliteFile(file, CACHE_KIB)))
    .then((database) => new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(database) }))
    .catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
  return opening;
};

const run = (transaction: TablesTransaction, task: WriteTask): Promise<StoredAnswer[] | number> =>
  'reports' in task
    ? addReports(transaction, task.reports, task.voiceWindowMs, shard)
    : deleteSome(transaction, task.oldRows);

async function write({ id, task }: WriteRequest): Promise<WriteAnswer> {
  try {
    const db = await open();
    const result = await runInTransaction(db, (transaction) => run(transaction, task));
    return { id, result };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { id, failure: { message: describeCause(error), code } };
  }
}

const close = async (): Promise<void> => {
  await (await opening?.catch(() => undefined))?.destroy();
  parentPort?.close();
};

const answer = async (request: WriteRequest | 'close'): Promise<void> => {
  if (request === 'close') await close();
  else parentPort?.postMessage(await write(request));
};

parentPort?.on('message', (request: WriteRequest | 'close') => void answer(request));

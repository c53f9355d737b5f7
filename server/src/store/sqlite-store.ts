import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Kysely } from 'kysely';
import type LibsqlDatabase from 'libsql';
import { StoreError } from '../lib/store-error.js';
import { localChanges } from './change-channel.js';
import { beginImmediate, ImmediateSqliteDialect } from './immediate-sqlite-dialect.js';
import { keepStatements } from './kept-statements.js';
import { openMemoryLimiter } from './limiters.js';
import { migrate, NewerTablesError } from './migrate.js';
import { ReportWriter } from './report-writer.js';
import { retryWhileBusy } from './retry-while-busy.js';
import { openSqliteFile } from './sqlite-file.js';
import { describeSqliteFailure } from './sqlite-failure.js';
import { Session } from './session.js';
import { storeOf, type Store } from './store-of.js';
import type { Database, Tables } from './tables.js';

const FILE_NAME = 'outage-status.sqlite';
/** Constant, because only one process counts in an embedded database. */
const SHARD = 0;

/**
 * Migrates under the write lock. For SQLite, Kysely takes no lock and starts no transaction. With the lock, processes that
 * start together wait for each other, and a killed start leaves no half-made tables.
 */
async function migrateLocked(database: LibsqlDatabase.Database, db: Database): Promise<void> {
  await beginImmediate(database);
  try {
    await migrate(db);
    database.exec('commit');
  } catch (error) {
    // A full disk has rolled back already, https://www.sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction.
    if (database.inTransaction) database.exec('rollback');
    throw error;
  }
}

/**
 * Opens the embedded store, a SQLite file named `outage-status.sqlite`; creates missing folder, file and tables.
 * Not for a network filesystem.
 *
 * @param options.dataDir Folder of the file.
 * @throws {StoreError} If the folder is not writable or the file is not a database of this server.
 */
export async function openSqliteStore({ dataDir }: { dataDir: string }): Promise<Store> {
  const folder = resolve(dataDir);
  const file = join(folder, FILE_NAME);
  let database: LibsqlDatabase.Database;
  try {
    // The file contains the salts, so no other user of this machine may read it.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    database = await retryWhileBusy(async () => openSqliteFile(file));
  } catch (cause) {
    const { reason, code } = describeSqliteFailure(cause);
    throw new StoreError(`cannot open ${file} in the data folder: ${reason}`, { cause, code });
  }
  const db = new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(database) });
  try {
    await migrateLocked(database, db);
  } catch (cause) {
    database.close();
    const { reason, code } =
      cause instanceof NewerTablesError
        ? { reason: cause.message, code: 'newer' as const }
        : describeSqliteFailure(cause);
    throw new StoreError(`cannot prepare the tables of ${file}: ${reason}`, { cause, code });
  }
  const session = new Session({
    // Only now: statements prepared before the migration may not fit the migrated tables.
    db: new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(keepStatements(database)) }),
    changes: localChanges(),
    shard: SHARD,
    reportWriter: new ReportWriter({ file }),
    skipLocked: false,
    location: file,
  });
  return storeOf(session, openMemoryLimiter);
}

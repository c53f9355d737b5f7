import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Kysely } from 'kysely';
import LibsqlDatabase from 'libsql';
import { localChanges } from './change-channel.js';
import { describeCause } from './describe-cause.js';
import { beginImmediate, ImmediateSqliteDialect } from './immediate-sqlite-dialect.js';
import { KyselyStore } from './kysely-store.js';
import { migrate } from './migrate.js';
import { retryWhileBusy } from './retry-while-busy.js';
import { StoreError, type Store } from './store.js';
import type { Database, Tables } from './tables.js';

const FILE_NAME = 'outage-status.sqlite';
/** How long a statement may stop the JavaScript thread for another process's lock. */
const BUSY_TIMEOUT_MS = 20;

function openDatabase(file: string): LibsqlDatabase.Database {
  const database = new LibsqlDatabase(file);
  try {
    database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    database.pragma('journal_mode = WAL');
    // NORMAL would lose the last commits when the power fails, and they were acknowledged.
    database.pragma('synchronous = FULL');
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/**
 * Migrates under the write lock. Kysely locks nothing and begins no transaction for SQLite; this way processes that
 * start together wait for each other, and a start that is killed leaves no half-made tables.
 */
async function migrateLocked(database: LibsqlDatabase.Database, db: Database): Promise<void> {
  await beginImmediate(database);
  try {
    await migrate(db);
    database.exec('commit');
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}

/**
 * Opens the embedded store, a SQLite file named `outage-status.sqlite`; makes folder, file and tables where missing.
 * Not for a network filesystem.
 *
 * @param options.dataDir Folder of the file.
 * @throws {StoreError} When the folder cannot be written or the file is no database of ours.
 */
export async function openSqliteStore({ dataDir }: { dataDir: string }): Promise<Store> {
  const folder = resolve(dataDir);
  const file = join(folder, FILE_NAME);
  let database: LibsqlDatabase.Database;
  try {
    // The file holds the salts: nobody else on this machine needs to read them.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    database = await retryWhileBusy(async () => openDatabase(file));
  } catch (cause) {
    throw new StoreError(`cannot open ${file} in the data folder: ${describeCause(cause)}`, {
      cause,
    });
  }
  const db = new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(database) });
  try {
    await migrateLocked(database, db);
  } catch (cause) {
    database.close();
    throw new StoreError(`cannot prepare the tables of ${file}: ${describeCause(cause)}`, {
      cause,
    });
  }
  return new KyselyStore({
    db,
    changes: localChanges(),
    shard: 0,
    skipLocked: false,
    location: file,
  });
}

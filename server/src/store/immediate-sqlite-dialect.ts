import { SqliteDialect, SqliteDriver, type DatabaseConnection, type SqliteDatabase } from 'kysely';
import { retryWhileBusy } from './retry-while-busy.js';

/** A driver's database with the members that this dialect needs beyond Kysely. */
export interface ExecutableDatabase extends SqliteDatabase {
  exec(sql: string): unknown;
  readonly inTransaction: boolean;
}

/**
 * Takes the write lock, waiting for other processes. Uses `exec`, because libsql leaves a prepared statement that failed
 * with `SQLITE_BUSY` unfinished, and the next commit then fails with "SQL statements in progress".
 *
 * @throws {Error} `SQLITE_BUSY` after 5 seconds.
 */
export const beginImmediate = (database: ExecutableDatabase): Promise<void> =>
  retryWhileBusy(async () => void database.exec('begin immediate'));

class ImmediateSqliteDriver extends SqliteDriver {
  readonly #database: ExecutableDatabase;

  constructor(database: ExecutableDatabase) {
    super({ database });
    this.#database = database;
  }

  override beginTransaction(): Promise<void> {
    return beginImmediate(this.#database);
  }

  /** After a full disk SQLite has rolled back already; rolling back again would hide the first error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

/**
 * Kysely's SQLite dialect, except that a transaction takes the write lock when it begins. A plain `begin` takes it at the
 * first write, which fails for good if another process has written since the first read.
 */
export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: ExecutableDatabase;

  constructor(database: ExecutableDatabase) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): ImmediateSqliteDriver {
    return new ImmediateSqliteDriver(this.#database);
  }
}

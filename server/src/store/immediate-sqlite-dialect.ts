import { SqliteDialect, SqliteDriver, type DatabaseConnection, type SqliteDatabase } from 'kysely';
import { retryWhileBusy } from './retry-while-busy.js';

/** What the dialect needs of a driver beyond what Kysely needs. */
export interface ExecutableDatabase extends SqliteDatabase {
  exec(sql: string): unknown;
  readonly inTransaction: boolean;
}

/**
 * Takes the write lock, waiting for other processes. By `exec`, as libsql leaves a prepared statement that met
 * `SQLITE_BUSY` unfinished, and the next commit then fails with "SQL statements in progress".
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

  /** Nothing is left to roll back after a full disk: SQLite has done it, and would say so instead of why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

/**
 * Kysely's SQLite dialect, except that a transaction takes the write lock when it begins. A plain `begin` takes it at
 * the first write, and fails there for good when another process has written since the first read.
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

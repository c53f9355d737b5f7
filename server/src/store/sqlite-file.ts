import LibsqlDatabase from 'libsql';

/** How long a statement may block its thread while another process holds the lock. */
const BUSY_TIMEOUT_MS = 20;
/** Pages in the write-ahead log before a checkpoint: 16 MB, some seconds of the heaviest load. */
const CHECKPOINT_PAGES = 4000;
/**
 * Opens a file of the embedded database; creates it if missing.
 *
 * @param cacheKib Memory for cached pages, in KiB; default 2,000, as in SQLite.
 * @throws The driver's own error.
 */
export function openSqliteFile(file: string, cacheKib = 2000): LibsqlDatabase.Database {
  const database = new LibsqlDatabase(file);
  try {
    database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    database.pragma('journal_mode = WAL');
    // NORMAL could lose the last commits in a power failure, although they were acknowledged.
    database.pragma('synchronous = FULL');
    database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    database.pragma(`cache_size = -${cacheKib}`);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

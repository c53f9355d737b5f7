import LibsqlDatabase from 'libsql';

/** How long a statement may stop its thread for another process's lock. */
const BUSY_TIMEOUT_MS = 20;
/** Pages that wait in the log before they are moved to their place: 16 MB, some seconds of the heaviest load. */
const CHECKPOINT_PAGES = 4000;
/**
 * Opens a file of the embedded database, made when missing.
 *
 * @param cacheKib Memory for pages, in KiB; SQLite's own 2,000 unless given.
 * @throws The driver's own error.
 */
export function openSqliteFile(file: string, cacheKib = 2000): LibsqlDatabase.Database {
  const database = new LibsqlDatabase(file);
  try {
    database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    database.pragma('journal_mode = WAL');
    // NORMAL would lose the last commits when the power fails, and they were acknowledged.
    database.pragma('synchronous = FULL');
    database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    database.pragma(`cache_size = -${cacheKib}`);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

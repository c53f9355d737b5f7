import type { Database, TablesTransaction } from './tables.js';

const MAX_TRIES = 3;
// https://www.postgresql.org/docs/current/errcodes-appendix.html: serialization_failure, deadlock_detected.
const RETRYABLE = new Set<unknown>(['40001', '40P01']);

const isRetryable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && RETRYABLE.has(error.code);

/**
 * Runs a function in one transaction at `read committed`, where a statement sees the commits of processes it waited for.
 * Retries up to twice if Postgres breaks a deadlock, which sorted rows make rare but not impossible.
 */
export async function runInTransaction<T>(
  db: Database,
  run: (transaction: TablesTransaction) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().setIsolationLevel('read committed').execute(run);
    } catch (error) {
      if (tries === MAX_TRIES || !isRetryable(error)) throw error;
    }
  }
}

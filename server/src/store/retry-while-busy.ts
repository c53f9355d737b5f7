import { setTimeout as wait } from 'node:timers/promises';

const LONGEST_WAIT_MS = 5000;

const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  error.code.startsWith('SQLITE_BUSY');

/**
 * Tries again while another process (or another connection of this one) holds the write lock of an embedded database.
 * Waiting happens here and not in SQLite's own `busy_timeout`, which would stop the JavaScript thread.
 *
 * @throws What the last try threw, when it was no `SQLITE_BUSY` or 5 seconds have passed.
 */
export async function retryWhileBusy<T>(attempt: () => Promise<T>): Promise<T> {
  const giveUpAtMs = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAtMs) throw error;
    }
    await wait(1 + Math.random() * 10);
  }
}

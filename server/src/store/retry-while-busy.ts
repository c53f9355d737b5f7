import { setTimeout as wait } from 'node:timers/promises';

const LONGEST_WAIT_MS = 5000;

const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  error.code.startsWith('SQLITE_BUSY');

/**
 * Retries while another process, or another connection of this one, holds the write lock of an embedded database. It waits
 * here, because SQLite's own `busy_timeout` would block the JavaScript thread.
 *
 * @throws The last try's error, if it was not `SQLITE_BUSY` or 5 seconds have passed.
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

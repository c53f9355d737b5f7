import { destination, type Logger, pino } from 'pino';

/** The server's log. No logged value contains an address, a user agent or an origin. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/**
 * Opens the log: JSON lines on standard error, so that standard output contains only the URL.
 *
 * @param level The least serious level written, or `silent`.
 */
export function openLog(level: string): Logger {
  return pino({ level, base: null }, destination({ dest: 2, sync: true }));
}

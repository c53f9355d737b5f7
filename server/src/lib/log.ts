import { destination, type Logger, pino } from 'pino';

/** Where the server says what happens. Nothing that is logged holds an address, a user agent or an origin. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/**
 * Opens the log: JSON lines on standard error, so that standard output holds nothing but the URL.
 *
 * @param level The least serious level written, or `silent`.
 */
export function openLog(level: string): Logger {
  return pino({ level, base: null }, destination({ dest: 2, sync: true }));
}

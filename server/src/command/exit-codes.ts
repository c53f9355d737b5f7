import { CatalogError } from '../catalog/catalog-error.js';
import { StartError } from '../lib/start-error.js';
import { SettingsError } from '../settings/read-settings.js';
import { StoreError, type StoreErrorCode } from '../lib/store-error.js';
import { ImportError } from './import-incidents.js';
import { SwitchError } from './report-switch.js';

/**
 * The program's exit codes, with the numbers of BSD's sysexits.h, which systemd knows by name
 * (https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Process%20Exit%20Codes). `69`, `70` and `74` may
 * pass without help, so a supervisor should restart the program; the others need a person first.
 */
export const EXIT_CODES = {
  /** Stopped by a signal, or the command succeeded. */
  ok: 0,
  /** Wrong arguments. */
  usage: 64,
  /** An unusable file or database: damaged, or written by a newer version. */
  data: 65,
  /** A needed resource is unavailable: the database, or the port. */
  unavailable: 69,
  /** A bug. */
  software: 70,
  /** The disk is full or fails. */
  io: 74,
  /** Missing permission to write or to listen. */
  permission: 77,
  /** A setting or a service file is wrong. */
  config: 78,
} as const;

const OF_STORE: Record<StoreErrorCode, number> = {
  unavailable: EXIT_CODES.unavailable,
  busy: EXIT_CODES.unavailable,
  invalid: EXIT_CODES.config,
  damaged: EXIT_CODES.data,
  newer: EXIT_CODES.data,
  disk: EXIT_CODES.io,
  forbidden: EXIT_CODES.permission,
};

const OF_START = {
  config: EXIT_CODES.config,
  taken: EXIT_CODES.unavailable,
  forbidden: EXIT_CODES.permission,
} as const;

/**
 * The last message and the exit code for an error that ends the program.
 *
 * @returns One sentence for errors that an operator can fix; other errors are bugs and include their stack.
 */
export function describeEnd(error: unknown): { message: string; code: number } {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof SettingsError || error instanceof CatalogError)
    return { message, code: EXIT_CODES.config };
  if (error instanceof ImportError) return { message, code: EXIT_CODES.data };
  if (error instanceof SwitchError) return { message, code: EXIT_CODES.usage };
  if (error instanceof StartError) return { message, code: OF_START[error.code] };
  if (error instanceof StoreError) return { message, code: OF_STORE[error.code] };
  return { message: stack ?? message, code: EXIT_CODES.software };
}

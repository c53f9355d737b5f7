import { CatalogError } from '../catalog/catalog-error.js';
import { StartError } from '../lib/start-error.js';
import { SettingsError } from '../settings/read-settings.js';
import { StoreError, type StoreErrorCode } from '../lib/store-error.js';
import { ImportError } from './import-incidents.js';
import { SwitchError } from './report-switch.js';

/**
 * How the program ends, in the numbers of BSD's sysexits.h, which systemd knows by name
 * (https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Process%20Exit%20Codes). Those of `69`, `70` and
 * `74` may pass by themselves, so a supervisor should start the program again; the others need a person first.
 */
export const EXIT_CODES = {
  /** Told to stop, and stopped; or did what was asked. */
  ok: 0,
  /** Called in a wrong way. */
  usage: 64,
  /** A file or database that is no good: damaged, or of a newer version. */
  data: 65,
  /** Something the server needs is not there now: the database, or the port. */
  unavailable: 69,
  /** A bug. */
  software: 70,
  /** The disk is full or fails. */
  io: 74,
  /** It may not write, or not listen, there. */
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
 * What to tell whoever started the program, and how to end.
 *
 * @returns A sentence for what an operator can mend; anything else is a bug and shows where it happened.
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

import { describeCause } from '../lib/describe-cause.js';
import type { StoreErrorCode } from '../lib/store-error.js';

const REASONS: readonly (readonly [RegExp, StoreErrorCode, string])[] = [
  [
    /^SQLITE_(NOTADB|CORRUPT)/,
    'damaged',
    'it is not a database, or it is damaged; restore a backup',
  ],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)/, 'disk', 'the disk is full'],
  [/^SQLITE_IOERR|^EIO/, 'disk', 'the disk fails or is full'],
  [/^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_PERM)/, 'forbidden', 'it cannot be written'],
  [/^(ENOTDIR|EEXIST|ENAMETOOLONG|ELOOP)/, 'invalid', 'it is not a folder'],
  [/^SQLITE_CANTOPEN/, 'forbidden', 'it cannot be opened or created'],
  [/^SQLITE_BUSY/, 'unavailable', 'another process has locked it'],
];

/**
 * Describes a failure of an embedded database by its error code
 * (https://www.sqlite.org/rescode.html, or Node's code for the folder).
 *
 * @returns A reason for an operator, followed by the driver's own words.
 */
export function describeSqliteFailure(cause: unknown): { reason: string; code: StoreErrorCode } {
  const own = describeCause(cause);
  const thrown = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  // libsql throws a text without a code on opening: `ConnectionFailed("Unable to open … : 14")`; 14 is SQLITE_CANTOPEN.
  const code = /^ConnectionFailed\(.*: 14"\)$/.test(own) ? 'SQLITE_CANTOPEN' : thrown;
  const known = REASONS.find(([pattern]) => pattern.test(code));
  return known
    ? { reason: `${known[2]} (${own})`, code: known[1] }
    : { reason: own, code: 'unavailable' };
}

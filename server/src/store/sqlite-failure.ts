import { describeCause } from '../lib/describe-cause.js';
import type { StoreErrorCode } from '../lib/store-error.js';

const REASONS: readonly (readonly [RegExp, StoreErrorCode, string])[] = [
  [/^SQLITE_(NOTADB|CORRUPT)/, 'damaged', 'it is no database, or damaged; restore a backup'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)/, 'disk', 'the disk is full'],
  [/^SQLITE_IOERR|^EIO/, 'disk', 'the disk fails or is full'],
  [/^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_PERM)/, 'forbidden', 'it may not be written'],
  [/^(ENOTDIR|EEXIST|ENAMETOOLONG|ELOOP)/, 'invalid', 'it is no folder'],
  [/^SQLITE_CANTOPEN/, 'forbidden', 'it may not be opened or made'],
  [/^SQLITE_BUSY/, 'unavailable', 'another process holds it'],
];

/**
 * What is wrong with an embedded database, by the code of what was thrown
 * (https://www.sqlite.org/rescode.html, or Node's own of the folder).
 *
 * @returns A reason for an operator, with the driver's own words behind it.
 */
export function describeSqliteFailure(cause: unknown): { reason: string; code: StoreErrorCode } {
  const own = describeCause(cause);
  const thrown = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  // libsql opens with a text instead of a code: `ConnectionFailed("Unable to open … : 14")`, 14 being SQLITE_CANTOPEN.
  const code = /^ConnectionFailed\(.*: 14"\)$/.test(own) ? 'SQLITE_CANTOPEN' : thrown;
  const known = REASONS.find(([pattern]) => pattern.test(code));
  return known
    ? { reason: `${known[2]} (${own})`, code: known[1] }
    : { reason: own, code: 'unavailable' };
}

/**
 * Why the store refused.
 * `unavailable` the database could not be reached or did not accept a statement · `busy` too many reports wait already ·
 * `invalid` a value that no database here can hold, or a malformed URL · `damaged` the file is no good · `newer` the
 * tables are those of a newer server · `disk` the disk is full or fails · `forbidden` the file or folder may not be written.
 */
export type StoreErrorCode =
  | 'unavailable'
  | 'busy'
  | 'invalid'
  | 'damaged'
  | 'newer'
  | 'disk'
  | 'forbidden';

/** The one error of the store. `message` names the database, never its password; the original is the `cause`. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  /** @param options.code `unavailable` unless given. */
  constructor(message: string, options: ErrorOptions & { code?: StoreErrorCode } = {}) {
    super(message, options);
    this.code = options.code ?? 'unavailable';
  }
}

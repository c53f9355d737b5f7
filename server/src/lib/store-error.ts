/**
 * Why the store failed.
 * `unavailable` the database could not be reached or did not accept a statement · `busy` too many reports wait already ·
 * `invalid` a value that no supported database can hold, or a malformed URL · `damaged` the file is corrupt · `newer` a
 * newer server wrote the tables · `disk` the disk is full or fails · `forbidden` the file or folder is not writable.
 */
export type StoreErrorCode =
  | 'unavailable'
  | 'busy'
  | 'invalid'
  | 'damaged'
  | 'newer'
  | 'disk'
  | 'forbidden';

/** The store's only error class. `message` names the database, never its password; the original error is the `cause`. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  /** @param options.code `unavailable` unless given. */
  constructor(message: string, options: ErrorOptions & { code?: StoreErrorCode } = {}) {
    super(message, options);
    this.code = options.code ?? 'unavailable';
  }
}

/** A vendor's page could not be read. The message says why; of the answer, it contains the status and addresses at most. */
export class PageError extends Error {
  override readonly name = 'PageError';
  /** HTTP status of the answer, if there was one. */
  readonly httpStatus: number | undefined;
  /** The answer's `Retry-After` in milliseconds, if it had one. */
  readonly retryAfterMs: number | undefined;

  constructor(
    message: string,
    options: { httpStatus?: number; retryAfterMs?: number | undefined } = {},
  ) {
    super(message);
    this.httpStatus = options.httpStatus;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** A vendor's page that could not be read. The message says why and holds no more of the answer than its status. */
export class PageError extends Error {
  override readonly name = 'PageError';
  /** HTTP status of the answer, when there was one. */
  readonly httpStatus: number | undefined;
  /** How long the page asked us to wait, in milliseconds, when it did. */
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

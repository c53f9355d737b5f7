/**
 * Why a feed could not be read.
 * `network` no answer · `timeout` no complete answer in time · `http` status 400 or above ·
 * `invalid` the answer is no valid feed · `unsupported` the answer is a status page in an unknown format.
 */
export type FeedErrorCode = 'network' | 'timeout' | 'http' | 'invalid' | 'unsupported';

/** The one error of the feed and client side. `message` is for developers and is never shown to a visitor. */
export class FeedError extends Error {
  override readonly name = 'FeedError';

  /**
   * @param code The cause.
   * @param message What is wrong and where, e.g. `community.reportCount: expected a whole number ≥ 0, got "12"`.
   * @param options.httpStatus The answer's status, for `http`.
   * @param options.retryAfterMs The server's `Retry-After`, in milliseconds.
   */
  constructor(
    readonly code: FeedErrorCode,
    message: string,
    options: ErrorOptions & { httpStatus?: number; retryAfterMs?: number | undefined } = {},
  ) {
    super(message, options);
    this.httpStatus = options.httpStatus;
    this.retryAfterMs = options.retryAfterMs;
  }

  readonly httpStatus: number | undefined;
  readonly retryAfterMs: number | undefined;
}

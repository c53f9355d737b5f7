/** Why a request is rejected or fails: the closed set of codes. */
export type RequestErrorCode =
  | 'invalid'
  | 'forbidden'
  | 'paused'
  | 'not_found'
  | 'too_large'
  | 'unsupported_media_type'
  | 'rate_limited'
  | 'internal'
  | 'not_implemented'
  | 'unavailable';

/** A request that is rejected or fails. The message goes to the client, so it must not reveal internals. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  /**
   * @param code What kind of error it is.
   * @param message The problem, in one sentence for the calling developer.
   * @param options.path The wrong field of the request, e.g. `category`.
   * @param options.retryAfterSeconds Seconds until another try may succeed.
   */
  constructor(
    readonly code: RequestErrorCode,
    message: string,
    options: ErrorOptions & { path?: string; retryAfterSeconds?: number } = {},
  ) {
    super(message, options);
    this.path = options.path;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  readonly path: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  /** The body of the answer: `{"error": {"code", "message", "path"?}}`. */
  toJSON(): { error: { code: RequestErrorCode; message: string; path?: string } } {
    const { code, message, path } = this;
    return { error: path === undefined ? { code, message } : { code, message, path } };
  }
}

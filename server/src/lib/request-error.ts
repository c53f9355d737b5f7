/** Why a request is refused or fails: the closed set of codes. */
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

/** A request that is refused or fails. The message goes to the client, so it says nothing of the inside. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  /**
   * @param code What kind of error it is.
   * @param message What is wrong, one sentence for the developer who called.
   * @param options.path The wrong field of the request, e.g. `category`.
   * @param options.retryAfterSeconds In how many seconds another try may succeed.
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

  /** What the client is sent: `{"error": {"code", "message", "path"?}}`. */
  toJSON(): { error: { code: RequestErrorCode; message: string; path?: string } } {
    const { code, message, path } = this;
    return { error: path === undefined ? { code, message } : { code, message, path } };
  }
}

/** The closed set of error codes an answer can carry, and the HTTP status of each. */
export const STATUS_OF_CODE = {
  invalid: 400,
  forbidden: 403,
  not_found: 404,
  too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  internal: 500,
  not_implemented: 501,
  unavailable: 503,
} as const;

/** One of the codes in {@link STATUS_OF_CODE}. */
export type HttpErrorCode = keyof typeof STATUS_OF_CODE;

/** An answer that is an error. The message goes to the client, so it says nothing of the inside. */
export class HttpError extends Error {
  override readonly name = 'HttpError';

  /**
   * @param code Decides the HTTP status, by {@link STATUS_OF_CODE}.
   * @param message What is wrong, one sentence for the developer who called.
   * @param options.path The wrong field of the request, e.g. `category`.
   * @param options.retryAfterSeconds Becomes `Retry-After`, rounded up to whole seconds.
   */
  constructor(
    readonly code: HttpErrorCode,
    message: string,
    options: ErrorOptions & { path?: string; retryAfterSeconds?: number } = {},
  ) {
    super(message, options);
    this.path = options.path;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  readonly path: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  /** The body: `{"error": {"code", "message", "path"?}}`. */
  toJSON(): { error: { code: HttpErrorCode; message: string; path?: string } } {
    const { code, message, path } = this;
    return { error: path === undefined ? { code, message } : { code, message, path } };
  }
}

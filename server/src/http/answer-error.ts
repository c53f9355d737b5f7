import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Log } from '../lib/log.js';
import { RequestError } from '../lib/request-error.js';
import { StoreError } from '../lib/store-error.js';
import { STATUS_OF_CODE } from './status-of-code.js';

const STORE_RETRY_SECONDS = 10;

const toRequestError = (error: unknown): RequestError => {
  if (error instanceof RequestError) return error;
  if (error instanceof StoreError) {
    return error.code === 'invalid'
      ? new RequestError('invalid', 'A value cannot be stored.', { cause: error })
      : new RequestError('unavailable', 'The server cannot store or read now; try again shortly.', {
          retryAfterSeconds: STORE_RETRY_SECONDS,
          cause: error,
        });
  }
  return new RequestError('internal', 'Something went wrong here.', { cause: error });
};

/** Headers of JSON that no cache may store, as alternating names and values. */
export const UNKEPT_JSON = [
  'Content-Type',
  'application/json',
  'Cache-Control',
  'no-store',
] as const;

/** An answer before it is written, by the router or past it. */
export interface PlainAnswer {
  readonly status: ContentfulStatusCode;
  /** Alternating names and values, without the shared headers. */
  readonly headers: readonly string[];
  /** JSON. */
  readonly body: string;
}

/** Makes the answer to an error: one shape, its status from one table, and no internals. Logs the cause of a server error. */
export function toPlainError(thrown: unknown, log: Log): PlainAnswer {
  const error = toRequestError(thrown);
  const status = STATUS_OF_CODE[error.code];
  if (status >= 500 && error.cause !== undefined) {
    log.error({ err: error.cause, code: error.code }, 'request failed');
  }
  const headers: string[] = [...UNKEPT_JSON];
  if (error.retryAfterSeconds !== undefined) {
    headers.push('Retry-After', String(Math.ceil(error.retryAfterSeconds)));
  }
  // The rest of the body stays unread, so this connection cannot carry another request.
  if (error.code === 'too_large') headers.push('Connection', 'close');
  return { status, headers, body: JSON.stringify(error) };
}

/** Writes an answer through the router. */
export function answerPlainly(context: Context, { status, headers, body }: PlainAnswer): Response {
  for (let at = 0; at < headers.length; at += 2) {
    context.header(headers[at] ?? '', headers[at + 1]);
  }
  return context.body(body, status);
}

/** {@link toPlainError} and {@link answerPlainly} in one. */
export const answerError = (context: Context, thrown: unknown, log: Log): Response =>
  answerPlainly(context, toPlainError(thrown, log));

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
      : new RequestError('unavailable', 'It could not be stored or read now; try again shortly.', {
          retryAfterSeconds: STORE_RETRY_SECONDS,
          cause: error,
        });
  }
  return new RequestError('internal', 'Something went wrong here.', { cause: error });
};

/** Headers of JSON that is never kept, names and values in turn. */
export const UNKEPT_JSON = [
  'Content-Type',
  'application/json',
  'Cache-Control',
  'no-store',
] as const;

/** An answer that nobody has written yet. */
export interface PlainAnswer {
  readonly status: ContentfulStatusCode;
  /** Names and values in turn, without those that every answer has. */
  readonly headers: readonly string[];
  /** JSON. */
  readonly body: string;
}

/** Makes the answer of an error: one shape, one table from code to status, and nothing of the inside. */
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
  // What is left of the body is not read, so nothing can follow it on this connection.
  if (error.code === 'too_large') headers.push('Connection', 'close');
  return { status, headers, body: JSON.stringify(error) };
}

/** Writes such an answer, or any other, by the router. */
export function answerPlainly(context: Context, { status, headers, body }: PlainAnswer): Response {
  for (let at = 0; at < headers.length; at += 2) {
    context.header(headers[at] ?? '', headers[at + 1]);
  }
  return context.body(body, status);
}

/** {@link toPlainError} and {@link answerPlainly} in one. */
export const answerError = (context: Context, thrown: unknown, log: Log): Response =>
  answerPlainly(context, toPlainError(thrown, log));

import type { Context } from 'hono';
import type { Log } from '../log.js';
import { StoreError } from '../store/store.js';
import { HttpError, STATUS_OF_CODE } from './http-error.js';

const STORE_RETRY_SECONDS = 10;

const toHttpError = (error: unknown): HttpError => {
  if (error instanceof HttpError) return error;
  if (error instanceof StoreError) {
    return error.code === 'invalid'
      ? new HttpError('invalid', 'A value cannot be stored.', { cause: error })
      : new HttpError('unavailable', 'It could not be stored or read now; try again shortly.', {
          retryAfterSeconds: STORE_RETRY_SECONDS,
          cause: error,
        });
  }
  return new HttpError('internal', 'Something went wrong here.', { cause: error });
};

/** Makes the answer of an error: one shape, one table from code to status, and nothing of the inside. */
export function answerError(context: Context, thrown: unknown, log: Log): Response {
  const error = toHttpError(thrown);
  const status = STATUS_OF_CODE[error.code];
  if (status >= 500 && error.cause !== undefined) {
    log.error({ err: error.cause, code: error.code }, 'request failed');
  }
  context.header('Cache-Control', 'no-store');
  if (error.retryAfterSeconds !== undefined) {
    context.header('Retry-After', String(Math.ceil(error.retryAfterSeconds)));
  }
  // What is left of the body is not read, so nothing can follow it on this connection.
  if (error.code === 'too_large') context.header('Connection', 'close');
  return context.json(error.toJSON(), status);
}

import type { Context } from 'hono';
import { HttpError } from './http-error.js';
import { readBody } from './read-body.js';

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/**
 * Reads the fields of a form.
 *
 * @param maxBytes Longest body accepted.
 * @throws {HttpError} `unsupported_media_type` · `too_large`.
 */
export async function readFormBody(context: Context, maxBytes: number): Promise<URLSearchParams> {
  if (!FORM_TYPE.test(context.req.header('content-type') ?? '')) {
    throw new HttpError('unsupported_media_type', 'Send the form as browsers do.');
  }
  return new URLSearchParams((await readBody(context, maxBytes)).toString('utf8'));
}

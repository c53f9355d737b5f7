import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error.js';
import { readBody } from './read-body.js';

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/**
 * Reads the fields of a form.
 *
 * @param maxBytes Longest body accepted.
 * @throws {HttpError} `unsupported_media_type` · `too_large`.
 */
export async function readFormBody(
  incoming: IncomingMessage,
  maxBytes: number,
): Promise<URLSearchParams> {
  if (!FORM_TYPE.test(incoming.headers['content-type'] ?? '')) {
    throw new HttpError('unsupported_media_type', 'Send the form as browsers do.');
  }
  return new URLSearchParams((await readBody(incoming, maxBytes)).toString('utf8'));
}

import type { IncomingMessage } from 'node:http';
import { RequestError } from '../lib/request-error.js';
import { readBody } from './read-body.js';

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/**
 * Reads the fields of a form.
 *
 * @param maxBytes Longest body accepted.
 * @throws {RequestError} `unsupported_media_type` · `too_large` · `invalid` when the client has gone away.
 */
export async function readFormBody(
  incoming: IncomingMessage,
  maxBytes: number,
): Promise<URLSearchParams> {
  if (!FORM_TYPE.test(incoming.headers['content-type'] ?? '')) {
    throw new RequestError('unsupported_media_type', 'Send the form as browsers do.');
  }
  return new URLSearchParams((await readBody(incoming, maxBytes)).toString('utf8'));
}

import type { IncomingMessage } from 'node:http';
import { RequestError } from '../lib/request-error.js';
import { readBody } from './read-body.js';

const JSON_TYPE = /^application\/json\s*(;|$)/i;
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body without ever holding more than the cap, whatever the client announces.
 *
 * @param maxBytes Longest body accepted.
 * @returns The parsed value, unchecked.
 * @throws {RequestError} `unsupported_media_type` unless the client declares JSON, which also forces a preflight and so keeps
 *   plain forms out · `too_large` · `invalid` when it is not JSON in UTF-8.
 */
export async function readJsonBody(incoming: IncomingMessage, maxBytes: number): Promise<unknown> {
  if (!JSON_TYPE.test(incoming.headers['content-type'] ?? '')) {
    throw new RequestError(
      'unsupported_media_type',
      'Send the body as Content-Type: application/json.',
    );
  }
  const bytes = await readBody(incoming, maxBytes);
  try {
    return JSON.parse(UTF8.decode(bytes));
  } catch (cause) {
    throw new RequestError('invalid', 'The body is not JSON in UTF-8.', { cause });
  }
}

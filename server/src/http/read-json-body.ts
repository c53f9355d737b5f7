import type { Context } from 'hono';
import { HttpError } from './http-error.js';
import { readBody } from './read-body.js';

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/**
 * Reads a JSON body without ever holding more than the cap, whatever the client announces.
 *
 * @param context A request served by Node.
 * @param maxBytes Longest body accepted.
 * @returns The parsed value, unchecked.
 * @throws {HttpError} `unsupported_media_type` unless it is announced as JSON, which also forces a preflight and so keeps
 *   plain forms out · `too_large` · `invalid` when it is not JSON in UTF-8.
 */
export async function readJsonBody(context: Context, maxBytes: number): Promise<unknown> {
  if (!JSON_TYPE.test(context.req.header('content-type') ?? '')) {
    throw new HttpError(
      'unsupported_media_type',
      'Send the body as Content-Type: application/json.',
    );
  }
  const bytes = await readBody(context, maxBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new HttpError('invalid', 'The body is not JSON in UTF-8.', { cause });
  }
}

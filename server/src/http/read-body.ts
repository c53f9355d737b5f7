import type { IncomingMessage } from 'node:http';
import { RequestError } from '../lib/request-error.js';

const tooLarge = (maxBytes: number): RequestError =>
  new RequestError('too_large', `The body is longer than ${maxBytes} bytes.`);

const cutShort = (cause?: Error): RequestError =>
  new RequestError('invalid', 'The body ended too soon.', { cause });

/**
 * Reads a body without ever holding more than the cap, whatever the client announces.
 *
 * @param maxBytes Longest body accepted.
 * @throws {RequestError} `too_large` · `invalid` when the client has gone away.
 */
function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(incoming.headers['content-length'] ?? 0) > maxBytes) {
      return reject(tooLarge(maxBytes));
    }
    // No more data would arrive.
    if (incoming.destroyed) return reject(cutShort());
    // Nearly always the whole body came with the head, so no listener is needed.
    if (incoming.complete) {
      const bytes = (incoming.read() ?? Buffer.alloc(0)) as Buffer;
      return bytes.length > maxBytes ? reject(tooLarge(maxBytes)) : resolve(bytes);
    }
    const chunks: Buffer[] = [];
    let length = 0;
    const read = (chunk: Buffer): void => {
      length += chunk.length;
      if (length <= maxBytes) return void chunks.push(chunk);
      // Not destroyed, because the answer must still go out on the same connection.
      incoming.off('data', read).pause();
      reject(tooLarge(maxBytes));
    };
    incoming.on('data', read);
    incoming.on('end', () => resolve(Buffer.concat(chunks)));
    incoming.on('error', (cause) => reject(cutShort(cause)));
  });
}

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

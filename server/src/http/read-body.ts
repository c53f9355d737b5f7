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
export function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Buffer> {
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

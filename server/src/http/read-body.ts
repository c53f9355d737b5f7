import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import { HttpError } from './http-error.js';

const tooLarge = (maxBytes: number): HttpError =>
  new HttpError('too_large', `The body is longer than ${maxBytes} bytes.`);

const readAtMost = async (incoming: IncomingMessage, maxBytes: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  // Not destroyed when it is too long: the answer still has to go out on the same connection.
  const body = incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/**
 * Reads a body without ever holding more than the cap, whatever the client announces.
 *
 * @param context A request served by Node.
 * @param maxBytes Longest body accepted.
 * @throws {HttpError} `too_large`.
 */
export async function readBody(context: Context, maxBytes: number): Promise<Buffer> {
  if (Number(context.req.header('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const incoming = (context.env as { incoming?: IncomingMessage } | undefined)?.incoming;
  const bytes = incoming
    ? await readAtMost(incoming, maxBytes)
    : Buffer.from(await context.req.arrayBuffer());
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

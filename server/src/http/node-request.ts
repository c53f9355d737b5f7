import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { HttpError } from './http-error.js';

/**
 * The request as Node's own server has it.
 *
 * @throws {HttpError} `unavailable` under any other server, which does not tell whose address asks.
 */
export function nodeRequest(context: Context): IncomingMessage {
  const { incoming } = (context.env ?? {}) as Partial<HttpBindings>;
  if (!incoming) throw new HttpError('unavailable', "This needs Node's own server.");
  return incoming;
}

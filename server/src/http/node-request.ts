import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { RequestError } from '../lib/request-error.js';

/**
 * The request as Node's own server has it.
 *
 * @throws {RequestError} `unavailable` under any other server, which does not tell whose address asks.
 */
export function nodeRequest(context: Context): IncomingMessage {
  const { incoming } = (context.env ?? {}) as Partial<HttpBindings>;
  if (!incoming) throw new RequestError('unavailable', "This needs Node's own server.");
  return incoming;
}

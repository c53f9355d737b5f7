import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { RequestError } from '../lib/request-error.js';

/**
 * Returns the request object of Node's own server.
 *
 * @throws {RequestError} `unavailable` under any other server, where the client's address is unknown.
 */
export function nodeRequest(context: Context): IncomingMessage {
  const { incoming } = (context.env ?? {}) as Partial<HttpBindings>;
  if (!incoming) throw new RequestError('unavailable', "This needs Node's own server.");
  return incoming;
}

import type { Context } from 'hono';
import type { Entity } from '../lib/entity.js';

/** Answers with an entity in the best form that the client accepts, or with 304. */
export async function sendEntity(
  context: Context,
  entity: Entity,
  cacheControl: string,
): Promise<Response> {
  const { headers, bytes } = await entity.makeAnswer(
    context.req.header('accept-encoding'),
    context.req.header('if-none-match'),
    cacheControl,
  );
  return bytes === null
    ? context.body(null, 304, headers)
    : context.body(bytes as Uint8Array<ArrayBuffer>, 200, headers);
}

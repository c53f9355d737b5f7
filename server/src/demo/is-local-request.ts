import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

const LOOPBACK_ADDRESS = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Says whether a request was made on this very machine.
 * A proxy on the same machine speaks for strangers, so a forwarded request is not local; neither is one for another
 * host's name, which is how a foreign page reaches local servers by changing what its own name resolves to.
 */
export function isLocalRequest(context: Context): boolean {
  return (
    LOOPBACK_ADDRESS.test(getConnInfo(context).remote.address ?? '') &&
    LOOPBACK_HOST.test(context.req.header('host') ?? '') &&
    context.req.header('x-forwarded-for') === undefined &&
    context.req.header('forwarded') === undefined
  );
}

import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

const LOOPBACK_ADDRESS = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Whether a request was made on this machine. A forwarded request is not local, because a proxy on this machine forwards
 * strangers' requests. Neither is a request for another host name, because DNS rebinding lets a foreign page reach local
 * servers under its own name.
 */
export function isLocalRequest(context: Context): boolean {
  return (
    LOOPBACK_ADDRESS.test(getConnInfo(context).remote.address ?? '') &&
    LOOPBACK_HOST.test(context.req.header('host') ?? '') &&
    context.req.header('x-forwarded-for') === undefined &&
    context.req.header('forwarded') === undefined
  );
}

import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import proxyAddress from 'proxy-addr';
import { toAddressPrefix } from '../reports/address-prefix.js';
import type { Sender } from '../reports/report-desk.js';
import { normaliseOrigin } from '../reports/report-origin.js';
import { HttpError } from './http-error.js';

/** What {@link senderReader} works with. */
export interface SenderParts {
  /** Proxies whose `X-Forwarded-For` is believed, in proxy-addr's words; none: the header is ignored. */
  readonly trustedProxies: readonly string[];
  /** How visitors reach the server, as far as it is known. */
  readonly publicUrl: () => string | undefined;
  /** Whether a page is one of ours whose origin is the request's own `Host`: without `PUBLIC_URL` only. */
  readonly trustHost: boolean;
}

/** Makes the function that tells where a request came from. */
export function senderReader(parts: SenderParts): (context: Context) => Sender {
  const trust = proxyAddress.compile([...parts.trustedProxies]);
  return (context) => {
    const { incoming } = (context.env ?? {}) as Partial<HttpBindings>;
    const publicUrl = parts.publicUrl();
    return {
      addressPrefix: toAddressPrefix(incoming && proxyAddress(incoming, trust)),
      origin: normaliseOrigin(context.req.header('origin'), {
        publicOrigin: publicUrl === undefined ? undefined : new URL(publicUrl).origin,
        host: parts.trustHost ? context.req.header('host') : undefined,
      }),
    };
  };
}

const MODES = new Set([undefined, 'cors', 'same-origin']);
const TARGETS = new Set([undefined, 'empty']);

/**
 * Refuses what a browser sends for a form, a link, a picture or a script tag. Programs send neither header.
 *
 * @throws {HttpError} `invalid`, naming the header.
 */
export function assertSentByScript(context: Context): void {
  const refuse = (header: string): never => {
    throw new HttpError('invalid', 'Only fetch() from a script may ask this.', { path: header });
  };
  if (!MODES.has(context.req.header('sec-fetch-mode'))) refuse('Sec-Fetch-Mode');
  if (!TARGETS.has(context.req.header('sec-fetch-dest'))) refuse('Sec-Fetch-Dest');
}

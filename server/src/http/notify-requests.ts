import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import proxyAddress from 'proxy-addr';
import { toAddressPrefix } from '../reports/address-prefix.js';
import { normaliseOrigin } from '../reports/report-origin.js';

/** How to judge the sender of a request. */
export interface RequestRules {
  /** Proxies whose `X-Forwarded-For` the server trusts. */
  readonly trustedProxies: readonly string[];
  readonly publicUrl: () => string | undefined;
}

/** Makes the function that reads the sender's network from a request. Only rate limits use it, and only in memory. */
export function networkReader({ trustedProxies }: RequestRules): (context: Context) => string {
  const trust = proxyAddress.compile([...trustedProxies]);
  return (context) => {
    const { incoming } = (context.env ?? {}) as Partial<HttpBindings>;
    return toAddressPrefix(incoming && proxyAddress(incoming, trust));
  };
}

/**
 * Whether a page of this server sent the request: other sites must not subscribe their visitors. Browsers send `Origin`
 * with every POST, so a request without it does not count as from here.
 */
export function isFromHere(context: Context, { publicUrl }: RequestRules): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  const url = publicUrl();
  const origin = normaliseOrigin(context.req.header('origin'), {
    publicOrigin: url === undefined ? undefined : new URL(url).origin,
    host: context.req.header('host'),
  });
  return origin === '';
}

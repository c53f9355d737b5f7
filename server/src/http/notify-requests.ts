import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import proxyAddress from 'proxy-addr';
import { toAddressPrefix } from '../reports/address-prefix.js';
import { normaliseOrigin } from '../reports/report-origin.js';

/** What is asked about who sends a request. */
export interface RequestRules {
  /** Proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly publicUrl: () => string | undefined;
}

/** The network of whoever sends a request, for limits; used and forgotten. */
export function networkReader({ trustedProxies }: RequestRules): (context: Context) => string {
  const trust = proxyAddress.compile([...trustedProxies]);
  return (context) => {
    const { incoming } = (context.env ?? {}) as Partial<HttpBindings>;
    return toAddressPrefix(incoming && proxyAddress(incoming, trust));
  };
}

/**
 * Whether a request was sent by a page of this server: other sites must not sign their visitors up. Browsers say so with every POST, in
 * `Origin` at least; what says nothing is not from here.
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

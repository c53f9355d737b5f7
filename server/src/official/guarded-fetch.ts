import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';
import type { AddressRule } from '../lib/address-rule.js';
import { PageError } from './page-error.js';

const CONNECT_TIMEOUT_MS = 5000;

/** Resolves a name, and fails if the rule forbids any of its addresses. */
export const guardLookup =
  (rule: AddressRule, look: typeof lookup = lookup): LookupFunction =>
  (hostname, options, callback) => {
    look(hostname, { ...options, all: true }, (error, addresses: readonly LookupAddress[]) => {
      const [first] = addresses ?? [];
      if (error || !first) {
        callback(error ?? new PageError(`${hostname} has no address`), '');
      } else if (addresses.some(({ address }) => !rule.allows(address))) {
        // Even if other addresses are public: the connection may use any of them.
        callback(new PageError(`${hostname} has an address that is not public`), '');
      } else if (options.all) {
        callback(null, [...addresses]);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };

/**
 * Makes a `fetch` that connects only where the rule allows. The check is part of the connection, so a name that changes
 * its address between check and use gains nothing. Check literal addresses before: they need no lookup.
 *
 * @param options.lookup Resolves names in place of the system.
 * @param options.ca Certificates to trust, in PEM, in place of the usual ones.
 */
export function createGuardedFetch(
  rule: AddressRule,
  options: { readonly lookup?: typeof lookup; readonly ca?: string } = {},
): typeof fetch {
  const { ca } = options;
  const dispatcher = new Agent({
    connect: {
      lookup: guardLookup(rule, options.lookup),
      timeout: CONNECT_TIMEOUT_MS,
      ...(ca !== undefined && { ca }),
    },
    pipelining: 0,
    keepAliveTimeout: 1000,
  });
  return ((url: URL, init: Parameters<typeof undiciFetch>[1]) =>
    undiciFetch(url, { ...init, dispatcher })) as unknown as typeof fetch;
}

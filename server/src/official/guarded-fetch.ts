import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';
import type { AddressRule } from '../lib/address-rule.js';
import { PageError } from './page-error.js';

const CONNECT_TIMEOUT_MS = 5000;

/** Looks a name up, and refuses it when any of its addresses is one that the rule does not allow. */
export const guardLookup =
  (rule: AddressRule, look: typeof lookup = lookup): LookupFunction =>
  (hostname, options, callback) => {
    look(hostname, { ...options, all: true }, (error, addresses: readonly LookupAddress[]) => {
      const [first] = addresses ?? [];
      if (error || !first) {
        callback(error ?? new PageError(`${hostname} has no address`), '');
      } else if (addresses.some(({ address }) => !rule.allows(address))) {
        // Also when others are public: which one is connected to is not ours to choose.
        callback(new PageError(`${hostname} has an address that is not public`), '');
      } else if (options.all) {
        callback(null, [...addresses]);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };

/**
 * Makes a `fetch` that connects only where the rule allows. The check is part of the connection, so that a name that
 * changes its address between check and use gains nothing. Literal addresses are not looked up: check them before.
 */
export function createGuardedFetch(rule: AddressRule): typeof fetch {
  const dispatcher = new Agent({
    connect: { lookup: guardLookup(rule), timeout: CONNECT_TIMEOUT_MS },
    pipelining: 0,
    keepAliveTimeout: 1000,
  });
  return ((url: URL, init: Parameters<typeof undiciFetch>[1]) =>
    undiciFetch(url, { ...init, dispatcher })) as unknown as typeof fetch;
}

import type { IncomingMessage } from 'node:http';
import proxyAddress from 'proxy-addr';
import { BoundedCache } from '../lib/bounded-cache.js';
import { RequestError } from '../lib/request-error.js';
import { toAddressPrefix } from '../reports/address-prefix.js';
import type { Sender } from '../reports/report-desk.js';
import type { ProxyWatch } from './proxy-watch.js';
import { normaliseOrigin } from '../reports/report-origin.js';

/** What {@link senderReader} needs. */
export interface SenderParts {
  /** Proxies whose `X-Forwarded-For` the server trusts, in proxy-addr's notation; if empty, it ignores the header. */
  readonly trustedProxies: readonly string[];
  /** The server's address for visitors, once it is known. */
  readonly publicUrl: () => string | undefined;
  /** Whether an origin that matches the request's own `Host` is the server's own page: only without `PUBLIC_URL`. */
  readonly trustHost: boolean;
  readonly proxyWatch: Pick<ProxyWatch, 'noteClaim' | 'noteUnforwarded'>;
}

/** Nearly all reports come from a few pages, and parsing an origin costs as much as hashing an address. */
const MAX_ORIGINS = 100;
/** Behind a proxy, all connections come from a few addresses. */
const MAX_NEIGHBOURS = 100;

/** Makes the function that reads the network and the site a request came from. */
export function senderReader(parts: SenderParts): (incoming: IncomingMessage) => Sender {
  const isProxy = proxyAddress.compile([...parts.trustedProxies]);
  const neighbours = new BoundedCache<boolean>(MAX_NEIGHBOURS);
  const trust = (address: string, hops: number): boolean =>
    hops === 0 ? neighbours.get(address, () => isProxy(address, 0)) : isProxy(address, hops);
  const origins = new BoundedCache<string>(MAX_ORIGINS);
  return (incoming) => {
    const { origin = '', host = '' } = incoming.headers;
    const publicUrl = parts.publicUrl();
    const address = proxyAddress(incoming, trust);
    watchProxies(incoming, address, trust, parts.proxyWatch);
    return {
      addressPrefix: toAddressPrefix(address),
      // No header and no URL holds a line break.
      origin: origins.get(`${origin}\n${host}\n${publicUrl}`, () =>
        normaliseOrigin(origin, {
          publicOrigin: publicUrl === undefined ? undefined : new URL(publicUrl).origin,
          host: parts.trustHost ? host : undefined,
        }),
      ),
    };
  };
}

const watchProxies = (
  incoming: IncomingMessage,
  address: string,
  trust: (address: string, hops: number) => boolean,
  proxyWatch: SenderParts['proxyWatch'],
): void => {
  const { headers, socket } = incoming;
  if (headers['x-forwarded-for'] === undefined) {
    if (trust(socket.remoteAddress ?? '', 0)) proxyWatch.noteUnforwarded(headers);
    return;
  }
  // From the neighbour to the visitor; what follows the first address that is not trusted is a claim of that address.
  const hops = proxyAddress.all(incoming);
  const claimed = hops[hops.indexOf(address) + 1];
  if (claimed !== undefined) proxyWatch.noteClaim(address, claimed);
};

const MODES = new Set<unknown>([undefined, 'cors', 'same-origin']);
const TARGETS = new Set<unknown>([undefined, 'empty']);

/**
 * Refuses what a browser sends for a form, a link, a picture or a script tag. Programs send neither header.
 *
 * @throws {RequestError} `invalid`, naming the header.
 */
export function assertSentByScript({ headers }: IncomingMessage): void {
  const refuse = (header: string): never => {
    throw new RequestError('invalid', 'Only fetch() from a script may send this request.', {
      path: header,
    });
  };
  if (!MODES.has(headers['sec-fetch-mode'])) refuse('Sec-Fetch-Mode');
  if (!TARGETS.has(headers['sec-fetch-dest'])) refuse('Sec-Fetch-Dest');
}

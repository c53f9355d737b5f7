import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = [Address, number];

// Set aside for measuring networks (RFC 2544); the library counts it as public.
const BENCHMARKING: Network = ipaddr.parseCIDR('198.18.0.0/15');
/** The only public range of IPv6. Beside it lie IPv4 in disguise (`::7f00:1`), private NAT64 and site-local addresses. */
const GIVEN_OUT: Network = ipaddr.parseCIDR('2000::/3');
const DOCUMENTATION: Network = ipaddr.parseCIDR('3fff::/20');

const isWithin = (address: Address, [network, bits]: Network): boolean => {
  if (address instanceof ipaddr.IPv4) {
    return network instanceof ipaddr.IPv4 && address.match(network, bits);
  }
  return network instanceof ipaddr.IPv6 && address.match(network, bits);
};

const isPublic = (address: Address): boolean =>
  address.range() === 'unicast' &&
  (address instanceof ipaddr.IPv4
    ? !isWithin(address, BENCHMARKING)
    : isWithin(address, GIVEN_OUT) && !isWithin(address, DOCUMENTATION));

/** Decides which addresses the server may connect to for vendors' pages: public ones, and networks that the operator named. */
export class AddressRule {
  readonly #allowed: readonly Network[];

  /** @param networks CIDR ranges of non-public addresses to allow, e.g. `127.0.0.1/32`. Throws if one is malformed. */
  constructor(networks: readonly string[]) {
    this.#allowed = networks.map((network) => ipaddr.parseCIDR(network));
  }

  /**
   * @param text An IPv4 or IPv6 address, without brackets.
   * @returns False for private, loopback, link-local, shared, reserved and multicast addresses, also inside IPv6, and for
   *   any text that is not an address.
   */
  allows(text: string): boolean {
    if (!ipaddr.isValid(text)) return false;
    // An IPv4 address inside IPv6 is the IPv4 address. Other ways into IPv4 (6to4, NAT64, Teredo) are not `unicast`.
    const address = ipaddr.process(text);
    if (this.#allowed.some((network) => isWithin(address, network))) return true;
    return isPublic(address);
  }

  /**
   * @param hostname As in `URL.hostname`.
   * @returns False if the name itself is a forbidden address. Addresses of other names are checked after the DNS lookup.
   */
  allowsHost(hostname: string): boolean {
    const host = hostname.replace(/^\[|\]$/g, '');
    if (/(?:^|\.)localhost\.?$/.test(host)) return this.allows('127.0.0.1');
    return !ipaddr.isValid(host) || this.allows(host);
  }
}

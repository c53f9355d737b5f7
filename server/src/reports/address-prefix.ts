import ipaddr from 'ipaddr.js';

/** Stands for every address that is none, so that such visitors share one voice instead of having one each. */
const UNKNOWN = 'unknown';

const withoutPort = (address: string): string =>
  /^\[(.+)\](:\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;

/**
 * The part of an address that stands for one visitor: all of IPv4, the first 64 bits of IPv6, since one household
 * holds at least that many.
 *
 * @param address As a socket or a proxy gives it; a port is dropped.
 * @returns E.g. `203.0.113.7` or `2001:db8:0:1::/64`; an IPv4 address inside IPv6 counts as IPv4.
 */
export function toAddressPrefix(address: string | undefined): string {
  const text = withoutPort((address ?? '').trim());
  if (!ipaddr.isValid(text)) return UNKNOWN;
  // Shorthand such as "1" or "0x7f.1" is valid to the parser, but no proxy writes it.
  const parsed = ipaddr.process(text);
  if (parsed.kind() === 'ipv4')
    return ipaddr.IPv4.isValidFourPartDecimal(text) || text.includes(':')
      ? parsed.toString()
      : UNKNOWN;
  const network = (parsed as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}

import { isIPv4 } from 'node:net';
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
  // Nearly always; the rest takes ten times as long.
  if (address !== undefined && isIPv4(address)) return address;
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

/** A network around an address, and how many of its visitors count for one service in a voice window. */
export interface WiderNetwork {
  /** E.g. `2001:db8:0:100::/56`. */
  readonly network: string;
  readonly allowance: number;
}

/**
 * Carriers put hundreds of people behind one IPv4 address. One voice for six hours would let their reports of a long
 * outage fade while it lasts, so the address is heard again after the feed's hour, three times in all.
 */
const SHARED_ADDRESS_ALLOWANCE = 3;

/**
 * How often strangers who may share an address, as behind a carrier's NAT, are heard in a voice window.
 *
 * @param addressPrefix From {@link toAddressPrefix}.
 * @returns `undefined` for an address that nobody shares: any but an IPv4 address.
 */
export const sharedAllowance = (addressPrefix: string): number | undefined =>
  isIPv4(addressPrefix) ? SHARED_ADDRESS_ALLOWANCE : undefined;

/** Bits → voices. A household holds a /56, a small provider's customer or one person with a tunnel a /48. */
const IPV6_ALLOWANCES = [
  [56, 4],
  [48, 8],
] as const;

/**
 * The networks in which a visitor's report must find room, besides being the first of its address.
 *
 * @param addressPrefix From {@link toAddressPrefix}.
 * @returns The narrowest first; none for an IPv4 address, which has neighbours but no household, nor when the address is
 *   unknown, as such visitors share one voice anyway.
 */
export function listWiderNetworks(addressPrefix: string): WiderNetwork[] {
  if (addressPrefix === UNKNOWN || isIPv4(addressPrefix)) return [];
  const groups = addressPrefix
    .split(':')
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16));
  return IPV6_ALLOWANCES.map(([bits, allowance]) => {
    const kept = groups.map((group, index) => {
      const left = Math.min(16, Math.max(0, bits - 16 * index));
      return ((group >> (16 - left)) << (16 - left)).toString(16);
    });
    return { network: `${kept.join(':')}::/${bits}`, allowance };
  });
}

import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Stands for every invalid or missing address, so that such visitors share one count slot. */
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

/** A network around an address, and how many visitors in it count for one service per count window. */
export interface WiderNetwork {
  /** E.g. `2001:db8:0:100::/56`. */
  readonly network: string;
  readonly allowance: number;
}

/**
 * Carriers put hundreds of people behind one IPv4 address. With one report per six hours, a long outage would fade from
 * the feed while it lasts, so the address counts again after the feed's hour, up to three times in all.
 */
const SHARED_ADDRESS_ALLOWANCE = 3;

/**
 * How many reports per count window count from an address that strangers may share, e.g. behind a carrier's NAT.
 *
 * @param addressPrefix From {@link toAddressPrefix}.
 * @returns `undefined` for every address but IPv4, because only IPv4 addresses are shared.
 */
export const sharedAllowance = (addressPrefix: string): number | undefined =>
  isIPv4(addressPrefix) ? SHARED_ADDRESS_ALLOWANCE : undefined;

/** Prefix bits → visitors. A household holds a /56; a small provider's customer or one person with a tunnel, a /48. */
const IPV6_ALLOWANCES = [
  [56, 4],
  [48, 8],
] as const;

/**
 * The networks whose allowance a visitor's report uses up.
 *
 * @param addressPrefix From {@link toAddressPrefix}.
 * @returns The narrowest first. Empty for an IPv4 address, which has neighbours but no household, and for an unknown
 *   address, because such visitors share one count slot anyway.
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

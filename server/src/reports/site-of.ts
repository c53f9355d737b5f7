import { parse } from 'tldts';

/** Of pages on bare addresses: whoever has one of IPv6 has as many as they like. */
const BARE_ADDRESSES = 'addresses';

/**
 * The site an origin belongs to: everything under one registrable domain, since its owner makes as many names below it as
 * they like. Free subdomains of a host such as `github.io` are one site too: they are as easily had.
 *
 * @param origin From `normaliseOrigin`.
 * @returns E.g. `example.org` for `https://blog.example.org:8443`; the host where there is no such domain; one name for all
 *   IP addresses; what is no URL, such as `null`, as it is.
 */
export function siteOf(origin: string): string {
  if (!URL.canParse(origin)) return origin;
  const { domain, isIp } = parse(origin);
  if (isIp) return BARE_ADDRESSES;
  return domain ?? new URL(origin).hostname;
}

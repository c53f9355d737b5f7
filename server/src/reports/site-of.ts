import { parse } from 'tldts';

/** One name for all pages on bare IP addresses, because one person can have any number of IPv6 addresses. */
const BARE_ADDRESSES = 'addresses';

/**
 * The site of an origin: everything under one registrable domain, because its owner can create any number of names below
 * it. Free subdomains of a host such as `github.io` are one site too: they are as easy to get.
 *
 * @param origin From `normaliseOrigin`.
 * @returns E.g. `example.org` for `https://blog.example.org:8443`; the host if it has no registrable domain; one name for
 *   all IP addresses; anything that is not a URL, such as `null`, unchanged.
 */
export function siteOf(origin: string): string {
  if (!URL.canParse(origin)) return origin;
  const { domain, isIp } = parse(origin);
  if (isIp) return BARE_ADDRESSES;
  return domain ?? new URL(origin).hostname;
}

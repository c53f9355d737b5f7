import { parse } from 'tldts';

/**
 * The origin recorded for pages without a usable one: sandboxed frames, `file:` pages, programs that send none. Any page can
 * embed such frames.
 */
export const OPAQUE_ORIGIN = 'null';

/**
 * Normalises the site a report came from. Programs can claim any origin, browsers cannot: the origin limits the influence
 * of one page's visitors, and proves nothing.
 *
 * @param header The `Origin` header.
 * @param own.publicOrigin Where visitors reach this server.
 * @param own.host The request's `Host`, if no public origin is configured; otherwise `undefined`, because DNS rebinding
 *   could make a foreign page's name lead here.
 * @returns `''` for the server's own pages, `'null'` for an opaque or missing origin, else `scheme://host[:port]`.
 */
export function normaliseOrigin(
  header: string | undefined,
  own: { publicOrigin: string | undefined; host: string | undefined },
): string {
  if (!header || header.length > 300 || !URL.canParse(header)) return OPAQUE_ORIGIN;
  const { origin, host } = new URL(header);
  if (origin === OPAQUE_ORIGIN) return OPAQUE_ORIGIN;
  // The scheme of the request is unknown behind a proxy that ends TLS, so the host decides.
  return origin === own.publicOrigin || host === own.host?.toLowerCase() ? '' : origin;
}

/** One name for all pages on bare IP addresses, because one person can have any number of IPv6 addresses. */
const BARE_ADDRESSES = 'addresses';

/**
 * The site of an origin: everything under one registrable domain, because its owner can create any number of names below
 * it. Free subdomains of a host such as `github.io` are one site too: they are as easy to get.
 *
 * @param origin From {@link normaliseOrigin}.
 * @returns E.g. `example.org` for `https://blog.example.org:8443`; the host if it has no registrable domain; one name for
 *   all IP addresses; anything that is not a URL, such as `null`, unchanged.
 */
export function siteOf(origin: string): string {
  if (!URL.canParse(origin)) return origin;
  const { domain, isIp } = parse(origin);
  if (isIp) return BARE_ADDRESSES;
  return domain ?? new URL(origin).hostname;
}

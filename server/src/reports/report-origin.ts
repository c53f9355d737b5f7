/** The origin recorded for pages without a usable one: sandboxed frames, `file:` pages, programs that send none. */
const OPAQUE = 'null';

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
  if (!header || header.length > 300 || !URL.canParse(header)) return OPAQUE;
  const { origin, host } = new URL(header);
  if (origin === 'null') return OPAQUE;
  // The scheme of the request is unknown behind a proxy that ends TLS, so the host decides.
  return origin === own.publicOrigin || host === own.host?.toLowerCase() ? '' : origin;
}

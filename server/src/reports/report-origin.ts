/** What a page without a usable origin counts as: sandboxed frames, `file:` pages, and programs that send none. */
const OPAQUE = 'null';

/**
 * Normalises the site a report came from. Programs can claim any origin, browsers cannot: it limits what one page's
 * visitors do, and is no proof of anything.
 *
 * @param header The `Origin` header.
 * @param own.publicOrigin Where visitors reach this server.
 * @param own.host The request's `Host`, where nobody has said how visitors reach the server; otherwise nothing, as a
 *   page whose name is made to lead here (DNS rebinding) would be at home.
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

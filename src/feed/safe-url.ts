const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Checks whether a URL from a feed may become a link.
 *
 * @param value The text of a URL field.
 * @returns The normalised URL if it is absolute and `https:`, or `http:` on a loopback host; otherwise `undefined`.
 */
export function safeUrl(value: string | undefined): string | undefined {
  if (!value) return undefined;
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    return undefined;
  }
  const allowed =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  return allowed ? url.href : undefined;
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Says whether a URL from a feed may become a link.
 *
 * @param value Anything a feed put into a URL field.
 * @returns The URL, normalised, when it is absolute and `https:`, or `http:` on this very machine; otherwise `undefined`.
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

/** Longest wait for a whole answer. */
const TIMEOUT_MS = 10_000;
/** Longest document read. */
const MAX_BYTES = 1_000_000;
const MAX_REDIRECTS = 3;
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** An answer of a vendor's page. */
export type PageAnswer =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'document'; readonly text: string; readonly etag: string | undefined };

/** A vendor's page that could not be read. The message says why and holds no more of the answer than its status. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

/** True for a host that is this machine. */
export const isLoopback = (url: string): boolean => LOOPBACK.test(new URL(url).hostname);

const checkTarget = (url: URL, start: string): void => {
  const allowed =
    url.protocol === 'https:'
      ? !LOOPBACK.test(url.hostname) || isLoopback(start)
      : url.protocol === 'http:' && LOOPBACK.test(url.hostname) && isLoopback(start);
  if (!allowed) throw new PageError('it leads to an address that is not https');
};

const readText = async (response: Response): Promise<string> => {
  if (Number(response.headers.get('content-length') ?? 0) > MAX_BYTES) {
    await response.body?.cancel();
    throw new PageError(`it is longer than ${MAX_BYTES} bytes`);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > MAX_BYTES) throw new PageError(`it is longer than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
};

/**
 * Fetches a vendor's page with every bound a stranger's server deserves: 10 s, 1 MB, three redirects, and only to https
 * (or to this machine, when the page itself is on this machine).
 *
 * @param url Absolute URL of the page's data.
 * @param options.etag Validator of the last answer, for "changed since?".
 * @param options.signal Aborts the request.
 * @throws {PageError} What was wrong. Anything else thrown is of the network.
 */
export async function fetchPage(
  url: string,
  options: { fetch: typeof fetch; etag: string | undefined; signal: AbortSignal },
): Promise<PageAnswer> {
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  let target = new URL(url);
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    checkTarget(target, url);
    const headers: Record<string, string> = {
      Accept: 'application/json',
      'User-Agent': 'outage-status-server',
    };
    if (options.etag) headers['If-None-Match'] = options.etag;
    const response = await options.fetch(target, { headers, redirect: 'manual', signal });
    if (response.status === 304) return { kind: 'unchanged' };
    if (response.ok) {
      const text = await readText(response);
      return { kind: 'document', text, etag: response.headers.get('etag') ?? undefined };
    }
    await response.body?.cancel();
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || !location) {
      throw new PageError(`it answered with status ${response.status}`);
    }
    if (!URL.canParse(location, target.href)) throw new PageError('it redirects to no address');
    target = new URL(location, target);
  }
  throw new PageError(`it redirects more than ${MAX_REDIRECTS} times`);
}

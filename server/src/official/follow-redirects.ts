import type { AddressRule } from '../lib/address-rule.js';
import { PageError } from './page-error.js';

const MAX_REDIRECTS = 3;
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Whether a URL's host is this machine. */
export const isLoopback = (url: string): boolean => LOOPBACK.test(new URL(url).hostname);

const checkTarget = (url: URL, rule: AddressRule): void => {
  const { protocol, hostname, username, password } = url;
  if (protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.test(hostname))) {
    throw new PageError('it leads to an address that is not https');
  }
  if (username || password) throw new PageError('it leads to an address with a password');
  if (!rule.allowsHost(hostname)) {
    throw new PageError(`it leads to ${hostname}, which is not public; see OFFICIAL_NETWORKS`);
  }
};

/** How to ask: with which headers, and where to. */
export interface GuardedRequest {
  readonly fetch: typeof fetch;
  readonly rule: AddressRule;
  readonly headers: Readonly<Record<string, string>>;
  /** Aborts the request. */
  readonly signal: AbortSignal;
}

/**
 * Asks an address and follows up to three redirects. Every hop must be https (or this machine) and must lead to an address
 * that the rule allows.
 *
 * @returns The first answer that leads nowhere else, whatever its status; its body is not read.
 * @throws {PageError} If a hop is not allowed, or there are too many. Network errors are thrown unchanged.
 */
export async function followRedirects(url: string, request: GuardedRequest): Promise<Response> {
  const { headers, signal } = request;
  let target = new URL(url);
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    checkTarget(target, request.rule);
    const response = await request.fetch(target, { headers, redirect: 'manual', signal });
    const { status } = response;
    const location = response.headers.get('location');
    if (status < 300 || status >= 400 || status === 304 || !location) return response;
    await response.body?.cancel();
    if (!URL.canParse(location, target.href)) throw new PageError('it redirects to no address');
    target = new URL(location, target);
  }
  throw new PageError(`it redirects more than ${MAX_REDIRECTS} times`);
}

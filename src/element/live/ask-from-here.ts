/** How long an address may take. */
const ASK_LIMIT_MS = 8000;
/** Hardly a server on another machine answers that fast: name look-up and connection alone take longer. */
const AT_ONCE_MS = 15;
/** Browsers tell of a policy's refusal shortly after the request has failed. */
const POLICY_WAIT_MS = 50;

/** What became of one request, and how long it took, in milliseconds. */
export interface AskAnswer {
  readonly outcome: 'answers' | 'silent' | 'refused' | 'policy' | 'insecure';
  readonly tookMs: number;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\]|.+\.localhost)$/;

/** Whether a page with TLS may not ask this address, which has none. */
const isMixedContent = ({ protocol, hostname }: URL): boolean =>
  location.protocol === 'https:' && protocol === 'http:' && !LOOPBACK.test(hostname);

/** Notes whether the page's policy refuses requests to an origin. */
function watchPolicy(origin: string): { isRefused: () => boolean; stop: () => void } {
  let refused = false;
  const note = ({ blockedURI, disposition }: SecurityPolicyViolationEvent): void => {
    if (disposition === 'enforce' && blockedURI.startsWith(origin)) refused = true;
  };
  document.addEventListener('securitypolicyviolation', note);
  return {
    isRefused: () => refused,
    stop: () => document.removeEventListener('securitypolicyviolation', note),
  };
}

/**
 * Asks whether an address answers this browser, whatever it answers: without cookies, referrer and cache, and without
 * reading a body.
 *
 * @param url Absolute, http or https.
 * @param signal Ends the request; the answer is then of no use.
 */
export async function askFromHere(url: string, signal: AbortSignal): Promise<AskAnswer> {
  const address = new URL(url);
  if (isMixedContent(address)) return { outcome: 'insecure', tookMs: 0 };
  const ending = new AbortController();
  const end = (): void => ending.abort();
  signal.addEventListener('abort', end);
  const timer = setTimeout(end, ASK_LIMIT_MS);
  const policy = watchPolicy(address.origin);
  const startMs = performance.now();
  const took = (): number => performance.now() - startMs;
  try {
    await fetch(url, {
      mode: 'no-cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: ending.signal,
    });
    return { outcome: 'answers', tookMs: took() };
  } catch {
    const tookMs = took();
    await new Promise((resolve) => setTimeout(resolve, POLICY_WAIT_MS));
    if (policy.isRefused()) return { outcome: 'policy', tookMs };
    return { outcome: tookMs < AT_ONCE_MS ? 'refused' : 'silent', tookMs };
  } finally {
    // What is left of the body.
    end();
    clearTimeout(timer);
    policy.stop();
    signal.removeEventListener('abort', end);
  }
}

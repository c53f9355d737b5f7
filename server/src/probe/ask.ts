import type { CatalogCheck } from '../catalog/load-catalog.js';
import type { AddressRule } from '../lib/address-rule.js';
import { isTlsFailure } from '../lib/tls-failure.js';
import { readRetryAfter } from '../official/fetch-page.js';
import { followRedirects } from '../official/follow-redirects.js';
import { PageError } from '../official/page-error.js';
import { findBlock, findBlockInText } from './block-page.js';
import type { Failure, Outcome } from './outcome.js';

/** Longest wait for an answer, redirects included. */
const TIMEOUT_MS = 10_000;
/** As much of a document is searched for the expected text. */
const MAX_BYTES = 256_000;

/** The answer that the catalogue expects of an address. */
type Expectation = CatalogCheck['expect'];

/** How to ask. */
export interface AskParts {
  /** Connects only where allowed, see `createGuardedFetch`. */
  readonly fetch: typeof fetch;
  readonly rule: AddressRule;
  /** Names this server and whom to write to. */
  readonly userAgent: string;
  /** Epoch milliseconds; converts a `Retry-After` date. */
  readonly now: () => number;
  /** Aborts the question. */
  readonly signal: AbortSignal;
  /** 10 s when left out. */
  readonly timeoutMs?: number;
}

const CONNECT_CODE = /^(?:ECONN|EHOSTUNREACH|ENETUNREACH|EPIPE|EADDRNOTAVAIL|UND_ERR_SOCKET)/;

/** How an error of the network came about; `undefined` for what is none. */
function readFailure(error: unknown): Failure | undefined {
  const { name, code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (syscall?.startsWith('getaddrinfo') || syscall?.startsWith('query')) return 'dns';
  if (name === 'TimeoutError' || (code && /TIMEOUT|TIMEDOUT/.test(code))) return 'timeout';
  if (isTlsFailure(code) || code === 'EPROTO') return 'tls';
  if (code && CONNECT_CODE.test(code)) return 'connect';
  // What answered speaks no HTTP.
  if (name === 'HTTPParserError' || code?.startsWith('UND_ERR_')) return 'http';
  return undefined;
}

/** Puts an error of a question into an outcome. undici wraps the cause in an error that only says "fetch failed". */
function describeError(error: unknown): Outcome {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const detail = cause instanceof Error ? cause.message : String(cause);
  // The guard, or a redirect that leads nowhere: something answered.
  if (cause instanceof PageError) return { kind: 'unclear', detail };
  return { kind: 'failed', failure: readFailure(cause) ?? 'connect', detail };
}

/** The beginning of a document, as text. */
async function readStart(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    length += chunk.length;
    if (length >= MAX_BYTES) break;
  }
  return text;
}

/** Statuses with which a server keeps this one out, or asks it to wait. */
const REFUSALS: readonly number[] = [401, 403, 407, 429, 451];

/** An answer, as far as it is judged. */
interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Reads the beginning of its text, once however often it is called. */
  readonly readText: () => Promise<string>;
  readonly durationMs: number;
  readonly retryAfterMs: number | undefined;
}

async function judge(answer: Answer, expect: Expectation): Promise<Outcome> {
  const { status, durationMs, retryAfterMs } = answer;
  const unclear = (detail: string): Outcome => ({
    kind: 'unclear',
    detail,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
  const block = findBlock(answer.headers);
  if (block) return unclear(block);
  if (status >= expect.status.from && status <= expect.status.to) {
    if (expect.text === undefined || (await answer.readText()).includes(expect.text)) {
      return { kind: 'answered', durationMs };
    }
    return unclear('the expected text is missing');
  }
  if (REFUSALS.includes(status)) return unclear(`status ${status}`);
  if (status < 500) return unclear(`status ${status}; is the address still right?`);
  const challenge = findBlockInText(await answer.readText());
  if (challenge) return unclear(challenge);
  return { kind: 'failed', failure: 'http', detail: `status ${status}` };
}

/**
 * Asks one address once: a GET within bounds of time, size and redirects, through the guard of vendors' pages. Nothing of
 * the answer is kept.
 *
 * @param expectations What those who share the address expect of it.
 * @returns What became of it, for each expectation. Rejects only if `signal` aborts.
 */
export async function ask(
  url: string,
  expectations: readonly Expectation[],
  parts: AskParts,
): Promise<Outcome[]> {
  const { fetch, rule, userAgent, now, timeoutMs = TIMEOUT_MS } = parts;
  const signal = AbortSignal.any([parts.signal, AbortSignal.timeout(timeoutMs)]);
  const headers = { Accept: '*/*', 'User-Agent': userAgent };
  const startedAt = performance.now();
  let response: Response | undefined;
  try {
    const received = await followRedirects(url, { fetch, rule, headers, signal });
    response = received;
    const durationMs = Math.round(performance.now() - startedAt);
    const retryAfterMs = readRetryAfter(received, now());
    let text: Promise<string> | undefined;
    const answer: Answer = {
      status: received.status,
      headers: received.headers,
      readText: () => (text ??= readStart(received)),
      durationMs,
      retryAfterMs,
    };
    return await Promise.all(expectations.map((expect) => judge(answer, expect)));
  } catch (error) {
    parts.signal.throwIfAborted();
    return expectations.map(() => describeError(error));
  } finally {
    // What is left of the answer is not wanted. Closing a connection that has failed may fail.
    if (response?.body && !response.bodyUsed) await response.body.cancel().catch(() => undefined);
  }
}

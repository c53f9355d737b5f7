import { decodeText } from 'outage-status/sources';
import type { AddressRule } from '../lib/address-rule.js';
import { SECOND_MS } from '../lib/clock.js';
import { followRedirects } from './follow-redirects.js';
import { PageError } from './page-error.js';

/** Longest wait for a whole answer, redirects included. */
const TIMEOUT_MS = 10_000;
/** Longest document read. The longest known one is Google's list of incidents, with some megabytes. */
export const MAX_BYTES = 8_000_000;

/** The response headers that identify a version of a document. */
export interface Validators {
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}

/** A response of a vendor's server. */
export type PageAnswer =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'document'; readonly text: string; readonly validators: Validators };

/** Parameters of {@link fetchPage}. */
export interface PageRequest {
  readonly fetch: typeof fetch;
  readonly rule: AddressRule;
  /** Validators of the last response, for a conditional request. */
  readonly validators: Validators | undefined;
  /** Epoch milliseconds; converts a `Retry-After` date. */
  readonly now: () => number;
  /** Aborts the request. */
  readonly signal: AbortSignal;
}

const readBytes = async (response: Response): Promise<Uint8Array> => {
  const tooLong = new PageError(`it is longer than ${MAX_BYTES} bytes`);
  if (Number(response.headers.get('content-length') ?? 0) > MAX_BYTES) {
    await response.body?.cancel();
    throw tooLong;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > MAX_BYTES) throw tooLong;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** An answer's `Retry-After` in milliseconds, if it has one. */
export const readRetryAfter = (response: Response, nowMs: number): number | undefined => {
  const text = response.headers.get('retry-after')?.trim() ?? '';
  const waitMs = /^\d+$/.test(text) ? Number(text) * SECOND_MS : Date.parse(text) - nowMs;
  return waitMs > 0 ? waitMs : undefined;
};

const headersOf = (validators: Validators | undefined): Record<string, string> => ({
  Accept: 'application/json, application/rss+xml, application/atom+xml, */*;q=0.5',
  'User-Agent': 'outage-status-server',
  ...(validators?.etag && { 'If-None-Match': validators.etag }),
  ...(validators?.lastModified && { 'If-Modified-Since': validators.lastModified }),
});

const readAnswer = async (response: Response): Promise<PageAnswer> => {
  const { headers } = response;
  const text = decodeText(await readBytes(response), headers.get('content-type'));
  const etag = headers.get('etag') ?? undefined;
  const lastModified = headers.get('last-modified') ?? undefined;
  return { kind: 'document', text, validators: { etag, lastModified } };
};

/**
 * Fetches a vendor's page within bounds: 10 s, 8 MB, three redirects. Every hop must be https (or this machine) and must
 * lead to an address that the rule allows.
 *
 * @param url Absolute URL of the page's data.
 * @throws {PageError} If the answer is unusable. Network errors are thrown unchanged.
 */
export async function fetchPage(url: string, request: PageRequest): Promise<PageAnswer> {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  const { fetch, rule } = request;
  const headers = headersOf(request.validators);
  const response = await followRedirects(url, { fetch, rule, headers, signal });
  if (response.status === 304 && request.validators) return { kind: 'unchanged' };
  if (response.ok) return readAnswer(response);
  await response.body?.cancel();
  throw new PageError(`it answered with status ${response.status}`, {
    httpStatus: response.status,
    retryAfterMs: readRetryAfter(response, request.now()),
  });
}

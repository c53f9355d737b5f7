import { FeedError, parseFeed, parseJson, type Feed } from '../feed/index.js';
import { readBoundedText } from './bounded-text.js';
import type { LoadedFeed } from './feed-state.js';
import { FEED_REQUEST, type Received } from './first-answer.js';
import { readClockOffset, readRetryAfter } from './headers.js';
import type { Platform } from './platform.js';

const TIMEOUT_MS = 10_000;

/** What {@link requestFeed} needs besides the URL and the controller. */
export interface FeedRequest {
  readonly platform: Platform;
  /** Converts a vendor's own status page into a feed; called only when the document is not a feed. */
  readonly readForeignFeed: (
    document: unknown,
    options: { url: string; nowMs: number },
  ) => Feed | Promise<Feed>;
  /** The feed on screen; an "unchanged" answer returns it with the new times. */
  readonly last?: LoadedFeed | undefined;
  /** Added to the request. */
  readonly init?: RequestInit | undefined;
  /** The answer, if the request has left already: then none is made. */
  readonly received?: Promise<Received> | undefined;
}

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

/**
 * Requests one feed once: one `fetch` without credentials and referrer, at most 1 MB, at most 10 s up to the last byte and,
 * for a vendor's page, until its reader has loaded.
 *
 * @param url Absolute URL of a feed or of a vendor's status page.
 * @param controller The caller may abort it. This function does on time-out and, to free the connection, at the end.
 * @throws {FeedError} `network`, `timeout`, `http`, `invalid` or `unsupported`; or the reason of the caller's abort.
 */
export async function requestFeed(
  url: string,
  controller: AbortController,
  { platform, readForeignFeed, last, init, received }: FeedRequest,
): Promise<LoadedFeed> {
  const { signal } = controller;
  const timer = platform.setTimeout(
    () => controller.abort(new FeedError('timeout', 'no complete answer in 10 s')),
    TIMEOUT_MS,
  );
  const ask = async (): Promise<Received> => {
    const response = await platform.fetch(url, { ...FEED_REQUEST, signal, ...init });
    return { response, receivedAtMs: platform.now() };
  };
  try {
    const { response, receivedAtMs, text } = await (received ?? ask());
    const { headers, status } = response;
    const clockOffsetMs = readClockOffset(headers, receivedAtMs);
    const nowMs = receivedAtMs + clockOffsetMs;
    const etag = headers.get('etag') ?? undefined;
    if (last && (status === 304 || (etag && etag === last.etag)))
      return { ...last, receivedAtMs, clockOffsetMs };
    if (!response.ok) {
      throw new FeedError('http', `HTTP ${status}`, {
        httpStatus: status,
        retryAfterMs: readRetryAfter(headers, nowMs),
      });
    }
    const document = parseJson(text ?? (await readBoundedText(response)));
    const feed =
      (document as { version?: unknown } | null)?.version === 1
        ? parseFeed(document)
        : await Promise.race([readForeignFeed(document, { url, nowMs }), untilAborted(signal)]);
    return { feed, receivedAtMs, clockOffsetMs, etag };
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    throw cause instanceof FeedError ? cause : new FeedError('network', 'no answer', { cause });
  } finally {
    platform.clearTimeout(timer);
    controller.abort();
  }
}

import { parseJson } from '../feed/index.js';
import { readBoundedText } from './bounded-text.js';
import { readClockOffset } from './clock-offset.js';
import { createRetryingFetch } from './http.js';
import { createIdempotencyKey } from './idempotency-key.js';
import { openRealPage } from './page.js';
import { realPlatform, type Platform } from './platform.js';
import type { ReportOutcome } from './report-outcome.js';
import type { ReportSubject } from './report-subject.js';
import { readRetryAfter } from './retry-after.js';

const TIMEOUT_MS = 20_000;

/** Options of {@link sendReport}. */
export interface ReportOptions {
  /** Aborts; the promise rejects with the signal's reason. The report may have been counted by then. */
  readonly signal?: AbortSignal;
  readonly fetch?: Platform['fetch'];
  /** A UUID; the server counts a report once per key. Made anew when left out. */
  readonly idempotencyKey?: string;
}

/** What {@link sendReport} takes from its surroundings; tests pass their own. */
export interface ReportSurroundings {
  readonly platform: Platform;
  /** False only when the browser knows that there is no network. */
  readonly isOnline: () => boolean;
  /** Wait before try `attempt + 1`, in milliseconds; `attempt` starts at 1. */
  readonly retryDelayMs: (attempt: number) => number;
}

const readAnswer = (answer: unknown): ReportOutcome => {
  const { outcome, reportCount, retryAfterSeconds } = (answer ?? {}) as Record<string, unknown>;
  if (outcome === 'counted' && Number.isSafeInteger(reportCount) && (reportCount as number) >= 0) {
    return { outcome, reportCount: reportCount as number };
  }
  const retryAfterMs =
    typeof retryAfterSeconds === 'number' && retryAfterSeconds >= 0
      ? retryAfterSeconds * 1000
      : undefined;
  return { outcome: outcome === 'already_reported' ? outcome : 'refused', retryAfterMs };
};

const readOutcome = async (response: Response, nowMs: number): Promise<ReportOutcome> => {
  if (!response.ok) {
    const serverMs = nowMs + readClockOffset(response.headers, nowMs);
    return { outcome: 'refused', retryAfterMs: readRetryAfter(response.headers, serverMs) };
  }
  const text = await readBoundedText(response);
  try {
    return readAnswer(parseJson(text));
  } catch {
    // 2xx without our JSON is no feed server: a sign-in page of the network, most often.
    return { outcome: 'refused', retryAfterMs: undefined };
  }
};

/** Makes a {@link sendReport} for other surroundings than the real ones. */
export function createReportSender(surroundings: ReportSurroundings) {
  return async (
    feedUrl: string,
    subject: ReportSubject,
    options: ReportOptions = {},
  ): Promise<ReportOutcome> => {
    const { signal, idempotencyKey = createIdempotencyKey() } = options;
    const platform = { ...surroundings.platform, ...(options.fetch && { fetch: options.fetch }) };
    const url = new URL('reports', feedUrl);
    signal?.throwIfAborted();

    const controller = new AbortController();
    const giveUp = () => controller.abort(signal?.reason);
    signal?.addEventListener('abort', giveUp);
    const timer = platform.setTimeout(() => controller.abort(), TIMEOUT_MS);
    const send = createRetryingFetch(platform, {
      // Without a network one try still goes out: a server on this machine answers.
      tries: surroundings.isOnline() ? 3 : 1,
      afterServerErrors: true,
      delayMs: surroundings.retryDelayMs,
    });
    try {
      const response = await send(url.href, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...(typeof subject === 'string' ? { category: subject } : { kind: subject.kind }),
          idempotencyKey,
        }),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: controller.signal,
      });
      return await readOutcome(response, platform.now());
    } catch {
      signal?.throwIfAborted();
      return { outcome: 'offline' };
    } finally {
      platform.clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      controller.abort();
    }
  };
}

/**
 * Sends one report, or that it works again. It is tried three times when the network fails or the server does (500 and above, unless it says
 * when to come back), always with the same key, so that it is counted once.
 *
 * @param feedUrl Absolute URL of the feed; the report goes to `reports` beside it.
 * @param subject Id of one of the feed's categories, or `{ kind: 'recovered' }`: it works for me again.
 * @returns What became of it. Nothing the network does makes this reject; no answer within 20 s is `offline`.
 * @throws The reason of `options.signal` when aborted; a `TypeError` when `feedUrl` is no absolute URL.
 */
export const sendReport = createReportSender({
  platform: realPlatform,
  isOnline: () => openRealPage().isOnline(),
  retryDelayMs: (attempt) => 500 * attempt * (1 + Math.random() / 2),
});

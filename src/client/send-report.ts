import { parseJson } from '../feed/index.js';
import { readBoundedText } from './bounded-text.js';
import { readClockOffset, readRetryAfter } from './headers.js';
import { createRetryingFetch } from './http.js';
import { createIdempotencyKey } from './idempotency-key.js';
import { openRealPage } from './page.js';
import { realPlatform, type Platform } from './platform.js';
import { letGoOfStreams } from './push-slots.js';
import type { ReportOutcome } from './report-outcome.js';
import { getTicket, TicketOffice, type Ticket } from './report-proof.js';
import type { ReportSubject } from './report-subject.js';

const TIMEOUT_MS = 20_000;
/** Longer than a report takes, work and waiting included. By then it may be waiting for a connection. */
const SLOW_MS = 3000;

/** Options of {@link sendReport}. */
export interface ReportOptions {
  /** Aborts the report; the promise rejects with the signal's reason. The report may have been counted by then. */
  readonly signal?: AbortSignal;
  readonly fetch?: Platform['fetch'];
  /** A UUID; the server counts a report once per key. A random one when left out. */
  readonly idempotencyKey?: string;
}

/** What {@link sendReport} depends on; tests pass their own. */
export interface ReportSurroundings {
  readonly platform: Platform;
  /** Holds prepared tickets. */
  readonly office: Pick<TicketOffice, 'take'>;
  /** False only when the browser knows that there is no network. */
  readonly isOnline: () => boolean;
  /** Wait before the second attempt in milliseconds; twice as long before the third. */
  readonly retryDelayMs: () => number;
}

const REFUSED: ReportOutcome = { outcome: 'refused', retryAfterMs: undefined };

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
    // A 2xx answer without our JSON is not from a feed server; most often it is the network's sign-in page.
    return REFUSED;
  }
};

/** Creates a {@link sendReport} with the given dependencies. */
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
    const slowTimer = platform.setTimeout(() => letGoOfStreams(url.origin), SLOW_MS);
    const send = createRetryingFetch(platform, {
      // Even offline, one attempt makes sense: a server on this machine answers.
      tries: surroundings.isOnline() ? 3 : 1,
      afterServerErrors: true,
      delayMs: surroundings.retryDelayMs,
    });
    const wait = (untilMs: number): Promise<void> =>
      new Promise((resolve, reject) => {
        const waitMs = untilMs - platform.now();
        if (waitMs <= 0) return resolve();
        const ring = platform.setTimeout(resolve, waitMs);
        controller.signal.addEventListener('abort', () => {
          platform.clearTimeout(ring);
          reject(controller.signal.reason);
        });
      });
    try {
      const ticket: Ticket | Response | undefined =
        (await surroundings.office.take(feedUrl)) ??
        (await getTicket({ ...platform, fetch: send }, feedUrl, controller.signal));
      if (!ticket) return REFUSED;
      if (ticket instanceof Response) return await readOutcome(ticket, platform.now());
      await wait(ticket.opensAtMs);
      const response = await send(url.href, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...(typeof subject === 'string' ? { category: subject } : { kind: subject.kind }),
          idempotencyKey,
          proof: ticket.proof,
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
      platform.clearTimeout(slowTimer);
      signal?.removeEventListener('abort', giveUp);
      controller.abort();
    }
  };
}

const office = new TicketOffice(realPlatform);

/**
 * Requests and solves the challenge for a later {@link sendReport}. Call it when a visitor begins to report. Repeated
 * calls share a fresh challenge, and failures are ignored.
 *
 * @param feedUrl Absolute URL of the feed.
 */
export const prepareReport = (feedUrl: string): void => office.prepare(feedUrl);

/**
 * Sends one report or "works again" vote. It makes up to three attempts after network failures and answers of 500 or
 * above without `Retry-After`, all with one key, so that the server counts one. If the server wants a proof of work, it
 * solves that first: about a second in total, or nothing when {@link prepareReport} was called early enough.
 *
 * @param feedUrl Absolute URL of the feed; the report goes to `reports` beside it.
 * @param subject Id of one of the feed's categories, or `{ kind: 'recovered' }` for "works for me again".
 * @returns The outcome. Network failures do not reject; no answer within 20 s is `offline`.
 * @throws The reason of `options.signal` when aborted; a `TypeError` when `feedUrl` is no absolute URL.
 */
export const sendReport = createReportSender({
  platform: realPlatform,
  office,
  isOnline: () => openRealPage().isOnline(),
  retryDelayMs: () => 500 * (1 + Math.random() / 2),
});

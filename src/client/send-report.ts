import { parseJson } from '../feed/index.js';
import { readBoundedText } from './bounded-text.js';
import { readClockOffset } from './clock-offset.js';
import { createRetryingFetch } from './http.js';
import { createIdempotencyKey } from './idempotency-key.js';
import { openRealPage } from './page.js';
import { realPlatform, type Platform } from './platform.js';
import type { ReportOutcome } from './report-outcome.js';
import { getTicket, TicketOffice, type Ticket } from './report-proof.js';
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
  /** Tickets made ahead. */
  readonly office: Pick<TicketOffice, 'take'>;
  /** False only when the browser knows that there is no network. */
  readonly isOnline: () => boolean;
  /** Wait before the second try, in milliseconds; twice as long before the third. */
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
    // 2xx without our JSON is no feed server: a sign-in page of the network, most often.
    return REFUSED;
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
      signal?.removeEventListener('abort', giveUp);
      controller.abort();
    }
  };
}

const office = new TicketOffice(realPlatform);

/**
 * Does the work ahead that a report will need, see {@link sendReport}: to be called when a visitor begins to report.
 * Often is as good as once; a failure shows in nothing.
 *
 * @param feedUrl Absolute URL of the feed.
 */
export const prepareReport = (feedUrl: string): void => office.prepare(feedUrl);

/**
 * Sends one report, or that it works again. It is tried three times when the network fails or the server does (500 and above, unless it says
 * when to come back), always with the same key, so that it is counted once. Where the server asks for a proof of work, it
 * is done first: about a second in all, or nothing when {@link prepareReport} was called early enough.
 *
 * @param feedUrl Absolute URL of the feed; the report goes to `reports` beside it.
 * @param subject Id of one of the feed's categories, or `{ kind: 'recovered' }`: it works for me again.
 * @returns What became of it. Nothing the network does makes this reject; no answer within 20 s is `offline`.
 * @throws The reason of `options.signal` when aborted; a `TypeError` when `feedUrl` is no absolute URL.
 */
export const sendReport = createReportSender({
  platform: realPlatform,
  office,
  isOnline: () => openRealPage().isOnline(),
  retryDelayMs: () => 500 * (1 + Math.random() / 2),
});

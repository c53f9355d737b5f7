import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { CatalogService } from '../catalog/load-catalog.js';
import { type Clock, SECOND_MS } from '../clock.js';
import { HttpError } from '../http/http-error.js';
import type { GroupCommitter } from '../store/group-commit.js';
import { isVote, type NewReport } from '../store/store.js';
import type { RecentVoices } from './recent-voices.js';
import { checkReportBody } from './report-body.js';
import type { VisitorHasher } from './visitor-hasher.js';
import type { WindowCounter } from './window-counter.js';

/** What a client is told, once that is durable. */
export interface ReportAnswer {
  readonly outcome: 'counted' | 'already_reported';
  /** Reports in the feed's window, this one included when it was counted; a vote is never one of them. */
  readonly reportCount: number;
  /** With `already_reported`: when the next report, or vote, of this visitor counts, at the latest. */
  readonly retryAfterSeconds?: number;
}

/** Where a report came from. */
export interface Sender {
  /** From `toAddressPrefix`; used and forgotten. */
  readonly addressPrefix: string;
  /** From `normaliseOrigin`. */
  readonly origin: string;
}

/** Takes reports and votes in: limits, checks, counts, and answers only when it is durable. */
export class ReportDesk {
  readonly #parts: ReportDeskParts;
  readonly #limiter: RateLimiterMemory;

  constructor(parts: ReportDeskParts) {
    this.#parts = parts;
    this.#limiter = new RateLimiterMemory({ points: parts.reportsPerMinute, duration: 60 });
  }

  /**
   * Counts one try against the sender's limit.
   *
   * @throws {HttpError} `rate_limited`, with when to try again.
   */
  async admit(sender: Sender): Promise<void> {
    try {
      await this.#limiter.consume(sender.addressPrefix);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new HttpError('rate_limited', 'Too many reports from this network; try again later.', {
        retryAfterSeconds: Math.max(1, refusal.msBeforeNext / SECOND_MS),
      });
    }
  }

  /**
   * Takes one report, or its opposite, a vote: "works for me again". A vote is taken at any time; while no problem is
   * open it has no weight: it raises no alarm, prevents none, and the feed of a later problem does not count it.
   *
   * @param body What the client sent, unchecked.
   * @throws {HttpError} `invalid`, naming the field.
   * @throws {StoreError} When it could not be stored; it was not counted, or the client cannot know, and the key makes a retry safe.
   */
  async take(service: CatalogService, body: unknown, sender: Sender): Promise<ReportAnswer> {
    const { committer, hasher, voices, windowCounter, onCounted, now } = this.#parts;
    const report = { ...checkReportBody(body, service), serviceId: service.id };
    const receivedAtMs = now();
    const visitorHashes = await hasher.hash(sender.addressPrefix, service.id, receivedAtMs);
    const { origin } = sender;
    const outcome = await committer.add({ ...report, visitorHashes, origin, receivedAtMs });
    const nameVoice = (hash: string): string => (isVote(report) ? `vote ${hash}` : hash);
    if (outcome === 'counted') {
      voices.remember(nameVoice(visitorHashes[0]), report.idempotencyKey, receivedAtMs);
      onCounted({ ...report, origin });
      return { outcome, reportCount: await windowCounter.count(service.id) };
    }
    return {
      outcome,
      reportCount: await windowCounter.count(service.id),
      retryAfterSeconds: voices.secondsLeft(visitorHashes.map(nameVoice), receivedAtMs),
    };
  }
}

/** What a {@link ReportDesk} works with. */
export interface ReportDeskParts {
  readonly committer: Pick<GroupCommitter, 'add'>;
  readonly hasher: VisitorHasher;
  readonly voices: RecentVoices;
  readonly windowCounter: WindowCounter;
  readonly reportsPerMinute: number;
  readonly now: Clock;
  /** Told of every counted report and vote. A retry with the same key tells it again. */
  readonly onCounted: (
    report: Pick<NewReport, 'serviceId' | 'idempotencyKey' | 'category' | 'origin'>,
  ) => void;
}

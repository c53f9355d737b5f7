import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import * as z from 'zod';
import type { CatalogService } from '../catalog/load-catalog.js';
import { type Clock, SECOND_MS } from '../clock.js';
import { HttpError } from '../http/http-error.js';
import type { GroupCommitter } from '../store/group-commit.js';
import type { NewReport } from '../store/store.js';
import type { RecentVoices } from './recent-voices.js';
import type { VisitorHasher } from './visitor-hasher.js';
import type { WindowCounter } from './window-counter.js';

/** What a client sends; the category is checked against the service afterwards. Unknown fields are refused: nothing else is taken. */
export const reportBodySchema = z.strictObject({
  category: z.string().max(64),
  idempotencyKey: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
});

/** What a client is told, once that is durable. */
export interface ReportAnswer {
  readonly outcome: 'counted' | 'already_reported';
  /** Reports in the feed's window, this one included when it was counted. */
  readonly reportCount: number;
  /** With `already_reported`: when the next report of this visitor counts, at the latest. */
  readonly retryAfterSeconds?: number;
}

/** Where a report came from. */
export interface Sender {
  /** From `toAddressPrefix`; used and forgotten. */
  readonly addressPrefix: string;
  /** From `normaliseOrigin`. */
  readonly origin: string;
}

const EXPECTED: Readonly<Record<string, string>> = {
  category: 'the id of one of the categories',
  idempotencyKey: '8 to 64 letters, digits, hyphens or underscores, the same for every retry',
};

const checkBody = (body: unknown, service: CatalogService): z.output<typeof reportBodySchema> => {
  const result = reportBodySchema.safeParse(body);
  if (!result.success) {
    const issue = result.error.issues[0];
    const extra = issue?.code === 'unrecognized_keys' ? issue.keys[0]?.slice(0, 64) : undefined;
    const path = extra ?? issue?.path.map(String).join('.') ?? '';
    const message = extra
      ? 'Only category and idempotencyKey are taken.'
      : `Expected ${EXPECTED[path] ?? 'an object with category and idempotencyKey'}.`;
    throw new HttpError('invalid', message, path ? { path } : {});
  }
  const ids = service.categories.map(({ id }) => id);
  if (!ids.includes(result.data.category)) {
    throw new HttpError('invalid', `Expected one of ${ids.join(', ')}.`, { path: 'category' });
  }
  return result.data;
};

/** Takes reports in: limits, checks, counts, and answers only when the report is durable. */
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
   * Takes one report.
   *
   * @param body What the client sent, unchecked.
   * @throws {HttpError} `invalid`, naming the field.
   * @throws {StoreError} When it could not be stored; it was not counted, or the client cannot know, and the key makes a retry safe.
   */
  async take(service: CatalogService, body: unknown, sender: Sender): Promise<ReportAnswer> {
    const { committer, hasher, voices, windowCounter, onCounted, now } = this.#parts;
    const { category, idempotencyKey } = checkBody(body, service);
    const receivedAtMs = now();
    const visitorHashes = await hasher.hash(sender.addressPrefix, service.id, receivedAtMs);
    const { origin } = sender;
    const outcome = await committer.add({
      serviceId: service.id,
      category,
      idempotencyKey,
      visitorHashes,
      origin,
      receivedAtMs,
    });
    if (outcome === 'counted') {
      voices.remember(visitorHashes[0], receivedAtMs);
      onCounted({ serviceId: service.id, idempotencyKey, category, origin });
      return { outcome, reportCount: await windowCounter.count(service.id) };
    }
    return {
      outcome,
      reportCount: await windowCounter.count(service.id),
      retryAfterSeconds: voices.secondsLeft(visitorHashes, receivedAtMs),
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
  /** Told of every counted report. A retry with the same key tells it again. */
  readonly onCounted: (
    report: Pick<NewReport, 'serviceId' | 'idempotencyKey' | 'category' | 'origin'>,
  ) => void;
}

import type { Challenge } from 'altcha-lib';
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import type { CatalogService } from '../catalog/load-catalog.js';
import { type Clock, SECOND_MS } from '../lib/clock.js';
import { keyText } from '../lib/key-text.js';
import { RequestError } from '../lib/request-error.js';
import { listWiderNetworks, sharedAllowance } from './address-prefix.js';
import type { GroupCommitter } from './group-commit.js';
import { isVote, type NewReport, type StoredAnswer, type StoredOutcome } from './new-report.js';
import type { PausedServices } from './paused-services.js';
import type { ProofOfWork } from './proof-of-work.js';
import type { RecentlyCounted } from './recently-counted.js';
import { checkReportBody, type ReportBody } from './report-body.js';
import type { ReportStore } from './report-store.js';
import type { SiteBudget } from './site-budget.js';
import type { VisitorHasher } from './visitor-hasher.js';
import type { WindowCounter } from './window-counter.js';
import type { WorkFactor } from './work-factor.js';

/** The answer to a client, once the report is durable. It never shows that a suspected report does not count. */
interface ReportAnswer {
  readonly outcome: 'counted' | 'already_reported';
  /** Reports in the feed's window, plus this one if the answer is `counted`; votes are not reports. */
  readonly reportCount: number;
  /** With `already_reported`: seconds until this visitor's next report, or vote, counts, at most. */
  readonly retryAfterSeconds?: number;
}

/** The answer to the client, and the true outcome for the operator. */
export interface Taken {
  readonly answer: ReportAnswer;
  readonly outcome: StoredOutcome;
}

/** Where a report came from. */
export interface Sender {
  /** From `toAddressPrefix`; never stored. */
  readonly addressPrefix: string;
  /** From `normaliseOrigin`. */
  readonly origin: string;
}

/** Takes in reports and votes: enforces limits, checks proofs, counts, and answers once the report is durable. */
export class ReportDesk {
  readonly #parts: ReportDeskParts;
  readonly #reportLimiter: RateLimiterAbstract;
  readonly #challengeLimiter: RateLimiterAbstract;
  #underWay = 0;
  #noteIdle: () => void = () => undefined;

  constructor(parts: ReportDeskParts) {
    this.#parts = parts;
    const { store, reportsPerMinute } = parts;
    this.#reportLimiter = store.openLimiter('reports', reportsPerMinute, 60);
    this.#challengeLimiter = store.openLimiter('challenges', 2 * reportsPerMinute, 60);
  }

  /**
   * Counts one try against the sender's limit.
   *
   * @throws {RequestError} `paused` · `rate_limited`, with `retryAfterSeconds`.
   */
  admit(service: CatalogService, sender: Sender): Promise<unknown> {
    return this.#admit(this.#reportLimiter, service, sender);
  }

  /**
   * Makes a challenge for one report from this sender.
   *
   * @returns `undefined` when reports need none.
   * @throws {RequestError} `paused` · `rate_limited`, with `retryAfterSeconds`.
   * @throws {StoreError} When the store does not answer.
   */
  async challenge(service: CatalogService, sender: Sender): Promise<Challenge | undefined> {
    const address = await this.#admit(this.#challengeLimiter, service, sender);
    const { proofs, workFactor } = this.#parts;
    const keys = { address, origin: sender.origin, serviceId: service.id };
    workFactor.noteChallenge(keys);
    return proofs.issue(service.id, sender.addressPrefix, workFactor.of(keys));
  }

  /**
   * Takes one report, or its opposite, a vote ("works for me again"). A vote may arrive at any time, but has weight only
   * while a problem is open: otherwise it neither raises nor prevents an alarm, and a later problem's feed ignores it.
   *
   * Suspected reports are stored and not counted, with the same answer as if they counted, so an attacker learns nothing.
   *
   * @param body The request body, unchecked.
   * @throws {RequestError} `invalid`, naming the field.
   * @throws {StoreError} If the report was not stored, or may not have been; a retry with the same key is safe.
   */
  async take(service: CatalogService, body: unknown, sender: Sender): Promise<Taken> {
    this.#underWay += 1;
    try {
      const report = await this.#describe(service, checkReportBody(body, service), sender);
      return await this.#answer(report, await this.#write(report));
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#noteIdle();
    }
  }

  /** Resolves once no report under way needs the store any more, even if its client has disconnected. */
  async drain(): Promise<void> {
    if (this.#underWay === 0) return;
    await new Promise<void>((resolve) => {
      this.#noteIdle = resolve;
    });
  }

  async #write(report: NewReport): Promise<StoredAnswer> {
    try {
      const stored = await this.#parts.committer.add(report);
      this.#settle(report, stored.outcome === 'counted');
      return stored;
    } catch (error) {
      this.#settle(report, false);
      throw error;
    }
  }

  async #answer(report: NewReport, { outcome, told }: StoredAnswer): Promise<Taken> {
    const { serviceId, origin, idempotencyKey, visitorHashes, receivedAtMs } = report;
    const { recentlyCounted, windowCounter, workFactor } = this.#parts;
    const kind = isVote(report) ? 'vote' : 'report';
    const nameSlot = (hash: string): string => keyText(hash, kind);
    if (outcome === 'counted') this.#parts.onCounted(report);
    else if (outcome !== 'already_reported') {
      workFactor.noteUncounted({ address: '', origin, serviceId });
    }
    const reportCount = await windowCounter.count(serviceId);
    if (told === 'counted') {
      recentlyCounted.remember(nameSlot(visitorHashes[0]), idempotencyKey, receivedAtMs);
      const unseen = outcome === 'counted' || isVote(report) ? 0 : 1;
      return { answer: { outcome: told, reportCount: reportCount + unseen }, outcome };
    }
    const retryAfterSeconds = recentlyCounted.secondsLeft(
      visitorHashes.map(nameSlot),
      receivedAtMs,
    );
    return { answer: { outcome: told, reportCount, retryAfterSeconds }, outcome };
  }

  /** @returns The sender's address as a hash. */
  async #admit(
    limiter: RateLimiterAbstract,
    service: CatalogService,
    { addressPrefix }: Sender,
  ): Promise<string> {
    const { hasher, paused, now } = this.#parts;
    if (paused.has(service.id)) {
      throw new RequestError('paused', `Reports of ${service.name} are paused by the operator.`);
    }
    const address = (await hasher.at(now())).hashToday(addressPrefix, 'limit\n');
    try {
      await limiter.consume(address);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new RequestError(
        'rate_limited',
        'Too many reports from this network; try again later.',
        {
          retryAfterSeconds: Math.max(1, refusal.msBeforeNext / SECOND_MS),
        },
      );
    }
    return address;
  }

  async #describe(
    service: CatalogService,
    { category, idempotencyKey, proof }: ReportBody,
    { addressPrefix, origin }: Sender,
  ): Promise<NewReport> {
    const { hasher, proofs, siteBudget, now } = this.#parts;
    const receivedAtMs = now();
    if (proofs.isRequired && !proof) {
      throw new RequestError(
        'invalid',
        'A report needs a proof of work: ask for a challenge, solve it, and send both.',
        { path: 'proof' },
      );
    }
    const ofProof =
      proofs.isRequired && proof ? await proofs.check(proof, service.id, addressPrefix) : undefined;
    const moment = await hasher.at(receivedAtMs);
    const described = {
      serviceId: service.id,
      category,
      idempotencyKey,
      visitorHashes: moment.hash(addressPrefix, service.id),
      origin,
      receivedAtMs,
      sharedAllowance: sharedAllowance(addressPrefix),
      networks: listWiderNetworks(addressPrefix).map(({ network, allowance }) => ({
        hashes: moment.hash(`${network} network`, service.id),
        allowance,
      })),
      // A forged proof must not use up the nonce of a genuine one.
      ...(proofs.isRequired && proof && !ofProof && { nonce: proof.challenge.parameters.nonce }),
    };
    // Last, because a reserved place must be settled.
    const isFull = !ofProof && !(await siteBudget.reserve(service.id, origin));
    const suspicion = ofProof ?? (isFull ? 'site_full' : undefined);
    return { ...described, ...(suspicion && { suspicion }) };
  }

  /** Settles votes, too: they use up their site's places like reports. */
  #settle({ serviceId, origin, suspicion }: NewReport, isCounted: boolean): void {
    if (!suspicion) this.#parts.siteBudget.settle(serviceId, origin, isCounted);
  }
}

/** The parts of a {@link ReportDesk}. */
export interface ReportDeskParts {
  readonly store: Pick<ReportStore, 'openLimiter'>;
  readonly committer: Pick<GroupCommitter, 'add'>;
  readonly hasher: VisitorHasher;
  readonly proofs: ProofOfWork;
  readonly siteBudget: SiteBudget;
  readonly workFactor: WorkFactor;
  readonly paused: Pick<PausedServices, 'has'>;
  readonly recentlyCounted: RecentlyCounted;
  readonly windowCounter: WindowCounter;
  readonly reportsPerMinute: number;
  readonly now: Clock;
  /** Called for every counted report and vote; called again for a retry with the same key. */
  readonly onCounted: (
    report: Pick<NewReport, 'serviceId' | 'idempotencyKey' | 'category' | 'origin'>,
  ) => void;
}

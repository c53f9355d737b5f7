import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CatalogService } from '../catalog/load-catalog.js';
import { type Clock, HOUR_MS, MINUTE_MS, SECOND_MS } from '../lib/clock.js';
import type { Log } from '../lib/log.js';
import { isLoopback } from '../official/follow-redirects.js';
import { ask, type AskParts } from './ask.js';
import { observe, type CheckState, type Pace } from './check-state.js';
import type { Outcome } from './outcome.js';
import { judgeRound } from './own-network.js';
import type { ProbeStore, StoredChecks } from './probe-store.js';
import { listTargets, type ProbeTarget, type ServiceCheck } from './probe-target.js';

/** The questions of a round are spread over this share of the interval, each at its own place in it. */
const SPREAD = 0.5;
/** Each question comes earlier or later than its place, by up to this share of the spread. */
const JITTER = 0.1;
/** The right to ask runs out after this many intervals without a round. */
const LEASE_INTERVALS = 3;
/** An address must fail for this long before it counts as unreachable, at the least two intervals. */
const LEAST_DOWN_MS = 2 * MINUTE_MS;
/** Longest `Retry-After` that is obeyed. */
const LONGEST_RETRY_AFTER_MS = HOUR_MS;

/** A check and what became of it. */
interface Finding {
  readonly url: string;
  readonly check: ServiceCheck;
  readonly outcome: Outcome;
  /** Epoch milliseconds. */
  readonly atMs: number;
}

/** Asks the addresses that the catalogue names, and stores what they say. Of several processes, one asks. */
export class Prober {
  readonly #parts: ProberParts;
  readonly #targets: readonly ProbeTarget[];
  readonly #pace: Pace;
  readonly #stop = new AbortController();
  /** Names this process towards others on the same database. */
  readonly #holder = randomUUID();
  /** By address: not to be asked before this, epoch milliseconds. */
  readonly #notBefore = new Map<string, number>();
  /** What is known, by service; read anew when another process has asked since. */
  readonly #known = new Map<string, StoredChecks>();
  #loop: Promise<void> = Promise.resolve();
  #failing = false;

  constructor(parts: ProberParts, services: Iterable<CatalogService>) {
    this.#parts = parts;
    const intervalMs = parts.checkSeconds * SECOND_MS;
    const leastDownMs = parts.hasShortWindows ? 0 : LEAST_DOWN_MS;
    this.#pace = { intervalMs, leastDownMs: Math.max(leastDownMs, 2 * intervalMs) };
    this.#targets = listTargets(services);
    // Every question waits on this signal; beyond ten, Node would print a warning of a leak.
    setMaxListeners(0, this.#stop.signal);
  }

  start(): void {
    if (this.#targets.length > 0) this.#loop = this.#askForever();
  }

  /** Stops, aborts the current questions, and lets another process ask. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
    // Whoever waits for the lease gets it later at most.
    await this.#parts.store.releaseLease(this.#holder).catch(() => undefined);
  }

  /** One round over all addresses. Never rejects. */
  async askOnce(): Promise<void> {
    const { store, now, log } = this.#parts;
    const { intervalMs } = this.#pace;
    try {
      const nowMs = now();
      const untilMs = nowMs + LEASE_INTERVALS * intervalMs;
      if (await store.takeLease(this.#holder, nowMs, untilMs)) await this.#askAll();
      else this.#known.clear();
      if (this.#failing) log.info('checks work again');
      this.#failing = false;
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      this.#known.clear();
      if (!this.#failing) log.warn({ err: error }, 'checks failed');
      this.#failing = true;
    }
  }

  async #askForever(): Promise<void> {
    const { intervalMs } = this.#pace;
    while (!this.#stop.signal.aborted) {
      const startedAt = performance.now();
      await this.askOnce();
      await this.#pause(intervalMs - (performance.now() - startedAt));
    }
  }

  /** Returns early when the prober stops. */
  async #pause(durationMs: number): Promise<void> {
    const { signal } = this.#stop;
    if (durationMs <= 0) return;
    await sleep(durationMs, undefined, { signal, ref: false }).catch(() => undefined);
  }

  async #askAll(): Promise<void> {
    const findings = (
      await Promise.all(this.#targets.map((target, index) => this.#askOne(target, index)))
    ).flat();
    const judged = judgeRound(findings, isLoopback);
    const results = findings.map((finding, index) => ({
      ...finding,
      outcome: judged[index]?.outcome ?? finding.outcome,
    }));
    for (const { outcome } of results) {
      this.#parts.observe(outcome.kind === 'failed' ? outcome.failure : outcome.kind);
    }
    for (const id of new Set(results.map(({ check }) => check.serviceId))) {
      await this.#keep(
        id,
        results.filter(({ check }) => check.serviceId === id),
      );
    }
  }

  async #askOne({ url, checks }: ProbeTarget, index: number): Promise<Finding[]> {
    const { now, spread = SPREAD } = this.#parts;
    const { intervalMs } = this.#pace;
    const place = (index / this.#targets.length) * spread;
    await this.#pause(intervalMs * (place + spread * 2 * JITTER * Math.random()));
    if (now() < (this.#notBefore.get(url) ?? 0)) return [];
    const outcomes = await ask(
      url,
      checks.map(({ expect }) => expect),
      { ...this.#parts, signal: this.#stop.signal },
    );
    const atMs = now();
    const waits = outcomes.map((outcome) =>
      outcome.kind === 'unclear' ? (outcome.retryAfterMs ?? 0) : 0,
    );
    this.#notBefore.set(url, atMs + Math.min(Math.max(...waits), LONGEST_RETRY_AFTER_MS));
    return checks.flatMap((check, at) => {
      const outcome = outcomes[at];
      return outcome ? [{ url, check, outcome, atMs }] : [];
    });
  }

  async #keep(serviceId: string, findings: readonly Finding[]): Promise<void> {
    const { store, onChecked } = this.#parts;
    const before = this.#known.get(serviceId) ?? (await store.readChecks(serviceId)) ?? {};
    const checks = new Map(Object.entries(before));
    for (const { url, outcome, atMs } of findings) {
      const state = observe(checks.get(url), outcome, atMs, this.#pace);
      this.#logChange(serviceId, url, checks.get(url), state, outcome);
      checks.set(url, state);
    }
    // Addresses that the catalogue no longer names are forgotten.
    const named = this.#targets.filter((target) =>
      target.checks.some((check) => check.serviceId === serviceId),
    );
    const after = Object.fromEntries(
      named.flatMap(({ url }) => {
        const state = checks.get(url);
        return state ? [[url, state]] : [];
      }),
    );
    await store.writeChecks(serviceId, after);
    this.#known.set(serviceId, after);
    await onChecked(serviceId);
  }

  #logChange(
    service: string,
    url: string,
    before: CheckState | undefined,
    { status }: CheckState,
    outcome: Outcome,
  ): void {
    const isNews = status !== before?.status && (status !== 'reachable' || before !== undefined);
    if (!isNews) return;
    const detail = 'detail' in outcome ? outcome.detail : undefined;
    this.#parts.log.info({ service, url, status, detail }, 'a check has changed');
  }
}

/** The parts of a {@link Prober}. */
export interface ProberParts extends Pick<AskParts, 'fetch' | 'rule' | 'userAgent' | 'timeoutMs'> {
  readonly store: ProbeStore;
  readonly now: Clock;
  /** Time between two questions to one address. */
  readonly checkSeconds: number;
  /** For demonstrations: an address is unreachable after three failures, however soon they come. */
  readonly hasShortWindows: boolean;
  /** Share of the interval over which the questions of a round are spread; 0 in tests. */
  readonly spread?: number;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** Called with the outcome of every check. */
  readonly observe: (outcome: string) => void;
  /** Called after what is known of a service was stored. */
  readonly onChecked: (serviceId: string) => Promise<void>;
}

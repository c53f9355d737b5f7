import type { CatalogService } from '../catalog/load-catalog.js';
import { type Clock, HOUR_MS, MINUTE_MS, SECOND_MS } from '../lib/clock.js';
import { countingWindow } from '../lib/counting-window.js';
import type { Log } from '../lib/log.js';
import { Throttle } from '../lib/throttle.js';
import type { DecisionStore, StoredDecision } from './decision-store.js';
import type { Judge } from './judge.js';

/** How long a service stays active after a report. Every window is empty by then, so its status no longer changes. */
const ACTIVE_MS = 2 * HOUR_MS;
const NUDGE_INTERVAL_MS = 1000;

/** Decides on every active service in rounds, and on a service soon after a report for it was counted. */
export class Ticker {
  readonly #parts: TickerParts;
  readonly #nudges: Throttle;
  /** By service: the reports and votes last seen in the window. */
  readonly #countSeen = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #refreshedAtMs = 0;
  #purgedAtMs = 0;
  #failing = false;
  #lastTickAtMs: number | undefined;

  constructor(parts: TickerParts) {
    this.#parts = parts;
    this.#nudges = new Throttle(NUDGE_INTERVAL_MS, (serviceId) =>
      this.#guard(() => this.#decide(serviceId, parts.now())),
    );
  }

  /** When the last complete tick ended, epoch milliseconds; `undefined` before the first. */
  get lastTickAtMs(): number | undefined {
    return this.#lastTickAtMs;
  }

  start(): void {
    this.#timer = setInterval(() => void this.tick(), this.#parts.tickSeconds * SECOND_MS);
    this.#timer.unref();
  }

  /** Decides on one service soon; any number of calls become one decision per second. */
  nudge(serviceId: string): void {
    this.#nudges.request(serviceId);
  }

  /** Runs one round over all active services. Never rejects; calls during a round share it. */
  tick(): Promise<void> {
    this.#running ??= this.#guard(() => this.#round()).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Stops, and waits for the current round. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#nudges.close();
    await this.#running;
  }

  async #round(): Promise<void> {
    const { store, states, now, announce } = this.#parts;
    const nowMs = now();
    // A lost connection can lose announcements, so read every state again regularly.
    if (Math.abs(nowMs - this.#refreshedAtMs) >= MINUTE_MS) {
      for (const id of await states.refreshAll()) announce(id);
      this.#refreshedAtMs = nowMs;
    }
    const active = await store.activeServices(nowMs - ACTIVE_MS);
    for (const id of new Set([...active, ...states.notOperational(), ...this.#countSeen.keys()])) {
      await this.#decide(id, nowMs);
      await this.#noticeCount(id, nowMs);
    }
    if (Math.abs(nowMs - this.#purgedAtMs) >= HOUR_MS) {
      await this.#parts.purge(nowMs, this.#parts.historyDays);
      this.#purgedAtMs = nowMs;
    }
    this.#lastTickAtMs = now();
    this.#parts.onRound();
  }

  async #decide(serviceId: string, nowMs: number): Promise<void> {
    const { catalog, judge, states, announce, log } = this.#parts;
    const service = catalog.get(serviceId);
    if (!service) return;
    const { decision, changed } = await judge.judge(service, nowMs);
    const known = states.get(serviceId).decision;
    if (decision?.revision !== known?.revision && (await states.refresh(serviceId))) {
      announce(serviceId);
    }
    if (changed) log.info({ service: serviceId, status: decision?.status }, 'status changed');
  }

  /** Announces a changed count. Other processes' reports, and reports that leave the window, change it silently. */
  async #noticeCount(serviceId: string, nowMs: number): Promise<void> {
    const { fromMs, toMs } = countingWindow(nowMs);
    const { store, announce } = this.#parts;
    const counts = await store.countByCategory(serviceId, fromMs, toMs);
    const reports = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const votes = await store.countVotes(serviceId, fromMs, toMs);
    const seen = `${reports} ${votes}`;
    if ((this.#countSeen.get(serviceId) ?? '0 0') !== seen) announce(serviceId);
    if (seen === '0 0') this.#countSeen.delete(serviceId);
    else this.#countSeen.set(serviceId, seen);
  }

  async #guard(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      if (this.#failing) this.#parts.log.info('deciding works again');
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.#parts.log.error({ err: error }, 'deciding failed');
      this.#failing = true;
    }
  }
}

/** The part of `ServiceStates` that a {@link Ticker} keeps fresh. */
interface KnownStates {
  get(serviceId: string): { readonly decision: StoredDecision | undefined };
  notOperational(): string[];
  refresh(serviceId: string): Promise<boolean>;
  refreshAll(): Promise<string[]>;
}

/** The parts of a {@link Ticker}. */
export interface TickerParts {
  readonly store: Pick<DecisionStore, 'activeServices' | 'countByCategory' | 'countVotes'>;
  /** Deletes expired rows. */
  readonly purge: (nowMs: number, historyDays: number) => Promise<void>;
  readonly catalog: ReadonlyMap<string, CatalogService>;
  readonly states: KnownStates;
  readonly judge: Judge;
  readonly now: Clock;
  readonly tickSeconds: number;
  readonly historyDays: number;
  readonly log: Log;
  /** Called after every complete round. */
  readonly onRound: () => void;
  /** Called with each service whose feed has changed. */
  readonly announce: (serviceId: string) => void;
}

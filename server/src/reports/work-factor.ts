import { type Clock, MINUTE_MS } from '../lib/clock.js';

/** Occurrences in one window that cost nothing yet. As many again double the work. */
const FREE = { address: 10, site: 50, service: 200 } as const;
/** Measured 0.6 s on a desktop at rest, 2 s where the usual work takes 0.25 s; never more keys than that. */
const MAX_FACTOR = 8;
const WINDOW_MS = 10 * MINUTE_MS;
/** As many keys are counted in one window; what comes later is not, rather than filling the memory. */
const MAX_KEYS = 50_000;

/** What work is weighed by. */
export interface WorkKeys {
  /** A hash of the address. */
  readonly address: string;
  readonly origin: string;
  readonly serviceId: string;
}

/**
 * Asks for more work where something is tried again and again: many challenges for one address, many reports from one
 * site, or for one service, that must not count. A crowd that reports for the first time costs nobody more. Each
 * process knows what it has seen itself.
 */
export class WorkFactor {
  readonly #now: Clock;
  readonly #counts = new Map<string, number>();
  #openedAtMs = Number.NEGATIVE_INFINITY;

  constructor(now: Clock) {
    this.#now = now;
  }

  /** Notes that a challenge was asked for. */
  noteChallenge({ address }: WorkKeys): void {
    this.#add(`address ${address}`);
  }

  /** Notes a report that must not count. */
  noteUncounted({ origin, serviceId }: WorkKeys): void {
    this.#add(`site ${serviceId} ${origin}`);
    this.#add(`service ${serviceId}`);
  }

  /** How many times the usual work, 1 to 8. */
  of({ address, origin, serviceId }: WorkKeys): number {
    this.#turnOver();
    const shares = [
      this.#count(`address ${address}`) / FREE.address,
      this.#count(`site ${serviceId} ${origin}`) / FREE.site,
      this.#count(`service ${serviceId}`) / FREE.service,
    ];
    return Math.min(MAX_FACTOR, 2 ** Math.floor(Math.max(...shares)));
  }

  #count(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  #add(key: string): void {
    this.#turnOver();
    if (this.#counts.has(key) || this.#counts.size < MAX_KEYS)
      this.#counts.set(key, this.#count(key) + 1);
  }

  #turnOver(): void {
    const nowMs = this.#now();
    if (Math.abs(nowMs - this.#openedAtMs) < WINDOW_MS) return;
    this.#openedAtMs = nowMs;
    this.#counts.clear();
  }
}

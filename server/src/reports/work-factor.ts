import { type Clock, MINUTE_MS } from '../lib/clock.js';

/** Occurrences per window until the work first doubles. It doubles again with each further multiple. */
const FREE = { address: 10, site: 50, service: 200 } as const;
/** Eight times the work took 0.6 s on an idle desktop, and 2 s where the usual work takes 0.25 s. */
const MAX_FACTOR = 8;
const WINDOW_MS = 10 * MINUTE_MS;
/** Keys counted per window. Further keys are ignored, to bound the memory. */
const MAX_KEYS = 50_000;

/** The keys by which the work is weighed. */
export interface WorkKeys {
  /** A hash of the address. */
  readonly address: string;
  readonly origin: string;
  readonly serviceId: string;
}

/**
 * Raises the work where attempts repeat: many challenges for one address, or many uncounted reports from one site or for
 * one service. A crowd of first-time reporters costs nothing extra. Each process counts only what it has seen itself.
 */
export class WorkFactor {
  readonly #now: Clock;
  readonly #counts = new Map<string, number>();
  #openedAtMs = Number.NEGATIVE_INFINITY;

  constructor(now: Clock) {
    this.#now = now;
  }

  /** Notes a requested challenge. */
  noteChallenge({ address }: WorkKeys): void {
    this.#add(`address ${address}`);
  }

  /** Notes a report that must not count. */
  noteUncounted({ origin, serviceId }: WorkKeys): void {
    this.#add(`site ${serviceId} ${origin}`);
    this.#add(`service ${serviceId}`);
  }

  /** Multiple of the usual work, 1 to 8. */
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

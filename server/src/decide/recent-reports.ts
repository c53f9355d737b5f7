import { HOUR_MS, type Clock } from '../lib/clock.js';

/** One remembered report or vote that was counted. */
export interface RecentReport {
  readonly atMs: number;
  /** `null` for a vote. */
  readonly category: string | null;
  readonly origin: string;
}

/** Most reports held per service, far above any level's threshold for steps this short. */
const MAX_HELD = 20_000;
const HELD_MS = HOUR_MS;

/**
 * Remembers the counted reports and votes of the last hour to the millisecond, for the demo's steps of a second; the store
 * counts by the minute. Knows this process only and starts empty.
 */
export class RecentReports {
  readonly #now: Clock;
  /** By service, then by idempotency key, oldest first. */
  readonly #reports = new Map<string, Map<string, RecentReport>>();

  constructor(now: Clock) {
    this.#now = now;
  }

  /** Remembers a report; a retry with the same key changes nothing. */
  add(serviceId: string, idempotencyKey: string, category: string | null, origin: string): void {
    const reports = this.#held(serviceId);
    if (reports.has(idempotencyKey) || reports.size >= MAX_HELD) return;
    reports.set(idempotencyKey, { atMs: this.#now(), category, origin });
  }

  /** Reports and votes in `[fromMs, toMs)`, oldest first. */
  list(serviceId: string, fromMs: number, toMs: number): RecentReport[] {
    return [...this.#held(serviceId).values()].filter(({ atMs }) => atMs >= fromMs && atMs < toMs);
  }

  #held(serviceId: string): Map<string, RecentReport> {
    const fromMs = this.#now() - HELD_MS;
    const reports = this.#reports.get(serviceId) ?? new Map<string, RecentReport>();
    this.#reports.set(serviceId, reports);
    for (const [key, { atMs }] of reports) {
      if (atMs > fromMs) break;
      reports.delete(key);
    }
    return reports;
  }
}

import { HOUR_MS, SECOND_MS, type Clock } from '../clock.js';

interface RecentReport {
  readonly atMs: number;
  readonly category: string;
  readonly origin: string;
}

/** As many reports are held per service; far above any level's threshold for windows this short. */
const MAX_HELD = 20_000;

/** Reports of a window, by category and by origin. */
export interface WindowCounts {
  readonly byCategory: ReadonlyMap<string, number>;
  readonly byOrigin: ReadonlyMap<string, number>;
}

/**
 * Remembers the counted reports of the last moments to the millisecond. The store counts by the minute, which is too
 * coarse for the demo's window of seconds. Knows this process only and starts empty.
 */
export class RecentReports {
  readonly #windowMs: number;
  readonly #now: Clock;
  /** By service, then by idempotency key, oldest first. */
  readonly #reports = new Map<string, Map<string, RecentReport>>();

  /** @param windowSeconds Length of the window, at most an hour. */
  constructor(windowSeconds: number, now: Clock) {
    this.#windowMs = Math.min(windowSeconds * SECOND_MS, HOUR_MS);
    this.#now = now;
  }

  /** Remembers a report; a retry with the same key changes nothing. */
  add(serviceId: string, idempotencyKey: string, category: string, origin: string): void {
    const reports = this.#recent(serviceId);
    if (reports.has(idempotencyKey) || reports.size >= MAX_HELD) return;
    reports.set(idempotencyKey, { atMs: this.#now(), category, origin });
  }

  /** Counts the window that ends now. */
  count(serviceId: string): WindowCounts {
    const byCategory = new Map<string, number>();
    const byOrigin = new Map<string, number>();
    for (const { category, origin } of this.#recent(serviceId).values()) {
      byCategory.set(category, (byCategory.get(category) ?? 0) + 1);
      byOrigin.set(origin, (byOrigin.get(origin) ?? 0) + 1);
    }
    return { byCategory, byOrigin };
  }

  #recent(serviceId: string): Map<string, RecentReport> {
    const fromMs = this.#now() - this.#windowMs;
    const reports = this.#reports.get(serviceId) ?? new Map<string, RecentReport>();
    this.#reports.set(serviceId, reports);
    for (const [key, { atMs }] of reports) {
      if (atMs > fromMs) break;
      reports.delete(key);
    }
    return reports;
  }
}

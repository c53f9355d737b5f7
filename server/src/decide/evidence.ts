import type { CatalogService } from '../catalog/load-catalog.js';
import { floorTo, MINUTE_MS, SECOND_MS } from '../clock.js';
import type { Store } from '../store/store.js';
import type { Baselines } from './baseline.js';
import type { Evidence } from './decider.js';
import { limitLargestOrigin } from './limit-largest-origin.js';
import type { RecentReports, WindowCounts } from './recent-reports.js';

/** From this length on the store's minutes are fine enough; below it, {@link RecentReports} counts. */
export const LEAST_STORED_WINDOW_SECONDS = 120;

/** What evidence is gathered from. */
export interface EvidenceSources {
  readonly store: Store;
  readonly baselines: Baselines;
  readonly recentReports: RecentReports;
  /** Length of the recent window. */
  readonly windowSeconds: number;
  /** Sites whose reports are not limited, besides the server's own (`''`). */
  readonly homeOrigins: readonly string[];
}

/** Gathers what a decision about one service rests on. */
export class EvidenceGatherer {
  readonly #sources: EvidenceSources;
  readonly #home: ReadonlySet<string>;

  constructor(sources: EvidenceSources) {
    this.#sources = sources;
    this.#home = new Set(['', ...sources.homeOrigins]);
  }

  /**
   * Looks at the recent window. From two minutes on it consists of whole minutes of the clock, the running one
   * included, and so is up to a minute shorter than set; the usual number is for the same stretch.
   *
   * @throws {StoreError} When the store does not answer.
   */
  async gather(service: CatalogService, nowMs: number): Promise<Evidence> {
    const { windowSeconds, baselines } = this.#sources;
    const fromMs =
      windowSeconds < LEAST_STORED_WINDOW_SECONDS
        ? nowMs - windowSeconds * SECOND_MS
        : floorTo(nowMs, MINUTE_MS) + MINUTE_MS - windowSeconds * SECOND_MS;
    const [{ byCategory, byOrigin }, baseline] = await Promise.all([
      this.#count(service.id, fromMs, nowMs),
      baselines.of(service, nowMs),
    ]);
    const counts = service.categories.map(({ id }) => byCategory.get(id) ?? 0);
    return {
      nowMs,
      windowSeconds,
      typicalCount: baseline.expectedBetween(fromMs, nowMs),
      ...limitLargestOrigin(counts, byOrigin, (origin) => this.#home.has(origin)),
    };
  }

  async #count(serviceId: string, fromMs: number, nowMs: number): Promise<WindowCounts> {
    const { store, recentReports, windowSeconds } = this.#sources;
    if (windowSeconds < LEAST_STORED_WINDOW_SECONDS) return recentReports.count(serviceId);
    // Beyond now, since another machine's clock may be a little ahead.
    const toMs = nowMs + MINUTE_MS;
    const [byCategory, byOrigin] = await Promise.all([
      store.countByCategory(serviceId, fromMs, toMs),
      store.countByOrigin(serviceId, fromMs, toMs),
    ]);
    return { byCategory, byOrigin };
  }
}

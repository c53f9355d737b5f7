import type { CatalogService } from '../catalog/load-catalog.js';
import { floorTo, HOUR_MS } from '../lib/clock.js';
import { PromiseCache } from '../lib/promise-cache.js';
import type { Season } from './detector/season.js';
import { hoursSinceMonday } from './steps.js';
import type { DetectorLoader } from './detector-loader.js';

/** The usual reports of one service by hour of the week, as its detector has learned them. */
export class Baseline {
  readonly #season: Season;

  constructor(season: Season) {
    this.#season = season;
  }

  /** Usual number of reports in an interval, from the rate at its middle. */
  expectedBetween(fromMs: number, toMs: number): number {
    const middle = hoursSinceMonday((fromMs + toMs) / 2);
    return (this.#season.ratePerHour(middle) * (toMs - fromMs)) / HOUR_MS;
  }
}

/** Baselines of all services. */
export class Baselines {
  readonly #loader: DetectorLoader;
  readonly #memoryOf: (serviceId: string) => string | undefined;
  /** Services without a detector yet; each baseline is learned again once an hour. */
  readonly #begun = new PromiseCache<Baseline>();

  /** @param memoryOf The memory of a service's last decision. */
  constructor(loader: DetectorLoader, memoryOf: (serviceId: string) => string | undefined) {
    this.#loader = loader;
    this.#memoryOf = memoryOf;
  }

  /**
   * The baseline of a service.
   *
   * @throws {StoreError} When the store does not answer; the next call tries again.
   */
  async of(service: CatalogService, nowMs: number): Promise<Baseline> {
    const detector = this.#loader.restore(service, this.#memoryOf(service.id) ?? '');
    if (detector) {
      this.#begun.delete(service.id);
      return new Baseline(detector.season);
    }
    const begin = async (): Promise<Baseline> => {
      const { season } = await this.#loader.begin(service, nowMs);
      return new Baseline(season);
    };
    return this.#begun.get(service.id, begin, floorTo(nowMs, HOUR_MS));
  }
}

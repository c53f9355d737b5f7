import type { CatalogService } from '../catalog/load-catalog.js';
import { floorTo, MINUTE_MS } from '../clock.js';
import type { Store } from '../store/store.js';
import { limitLargestOrigin } from './limit-largest-origin.js';
import type { RecentReports } from './recent-reports.js';
import type { Steps } from './steps.js';

/** What was reported in one step. */
export interface StepCount {
  /** Reports per category of the service, after {@link limitLargestOrigin}; zeros included. */
  readonly counts: readonly number[];
  /** All reports, before. */
  readonly reports: number;
  /** Visitors who said "works for me again", limited likewise; none when left out. */
  readonly recovered?: number;
}

/** Reads what was reported, step by step. */
export interface StepCounts {
  /** How long after its end a step may still get reports, milliseconds. */
  readonly graceMs: number;
  /**
   * Steps of `[fromStep, toStep)` with reports; steps without any are left out.
   *
   * @throws {StoreError} When the store does not answer.
   */
  read(service: CatalogService, fromStep: number, toStep: number): Promise<Map<number, StepCount>>;
}

/** Whose reports are not limited: the server's own and those the operator named. */
export const homeTest = (homeOrigins: readonly string[]): ((origin: string) => boolean) => {
  const home = new Set(['', ...homeOrigins]);
  return (origin) => home.has(origin);
};

const ORIGIN_STEP_MS = 10 * MINUTE_MS;
const GRACE_MS = 2000;

/** Counts of whole minutes, from the store: the same for every process, and after a restart. */
export class StoredStepCounts implements StepCounts {
  /** A report is stored within milliseconds; clocks of several machines may differ by more. */
  readonly graceMs = GRACE_MS;
  readonly #store: Store;
  readonly #steps: Steps;
  readonly #isHome: (origin: string) => boolean;

  constructor(store: Store, steps: Steps, isHome: (origin: string) => boolean) {
    this.#store = store;
    this.#steps = steps;
    this.#isHome = isHome;
  }

  async read(
    service: CatalogService,
    fromStep: number,
    toStep: number,
  ): Promise<Map<number, StepCount>> {
    const fromMs = this.#steps.startMs(fromStep);
    const toMs = this.#steps.startMs(toStep);
    const rows = await this.#store.countByMinute(service.id, fromMs, toMs);
    const counts = new Map<number, Map<string, number>>();
    for (const { atMs, category, count } of rows) {
      const minute = counts.get(atMs) ?? new Map<string, number>();
      counts.set(atMs, minute.set(category, count));
    }
    const origins = new Map<number, Promise<Map<string, number>>>();
    const result = new Map<number, StepCount>();
    for (const [atMs, byCategory] of counts) {
      const tenMinutesMs = floorTo(atMs, ORIGIN_STEP_MS);
      // With the ten minutes before, since the running ones may have just begun.
      const byOrigin =
        origins.get(tenMinutesMs) ??
        this.#store.countByOrigin(
          service.id,
          tenMinutesMs - ORIGIN_STEP_MS,
          tenMinutesMs + ORIGIN_STEP_MS,
        );
      origins.set(tenMinutesMs, byOrigin);
      const values = service.categories.map(({ id }) => byCategory.get(id) ?? 0);
      result.set(this.#steps.at(atMs), {
        counts: limitLargestOrigin(values, await byOrigin, this.#isHome),
        reports: values.reduce((sum, count) => sum + count, 0),
      });
    }
    return result;
  }
}

/** As many steps before a step tell the sites' shares. */
const ORIGIN_STEPS = 20;

/** Counts of steps of seconds, from this process's memory: for the demo. */
export class InstantStepCounts implements StepCounts {
  readonly graceMs = 0;
  readonly #recentReports: RecentReports;
  readonly #steps: Steps;
  readonly #isHome: (origin: string) => boolean;

  constructor(recentReports: RecentReports, steps: Steps, isHome: (origin: string) => boolean) {
    this.#recentReports = recentReports;
    this.#steps = steps;
    this.#isHome = isHome;
  }

  async read(
    service: CatalogService,
    fromStep: number,
    toStep: number,
  ): Promise<Map<number, StepCount>> {
    const fromMs = this.#steps.startMs(fromStep - ORIGIN_STEPS);
    const reports = this.#recentReports.list(service.id, fromMs, this.#steps.startMs(toStep));
    const touched = new Set(reports.map(({ atMs }) => this.#steps.at(atMs)));
    const result = new Map<number, StepCount>();
    for (const step of touched) {
      if (step < fromStep) continue;
      const near = reports.filter(({ atMs }) => {
        const other = this.#steps.at(atMs);
        return other <= step && other > step - ORIGIN_STEPS;
      });
      const byOrigin = new Map<string, number>();
      for (const { origin } of near) byOrigin.set(origin, (byOrigin.get(origin) ?? 0) + 1);
      const own = near.filter(({ atMs }) => this.#steps.at(atMs) === step);
      const values = service.categories.map(
        ({ id }) => own.filter(({ category }) => category === id).length,
      );
      result.set(step, {
        counts: limitLargestOrigin(values, byOrigin, this.#isHome),
        reports: own.length,
      });
    }
    return result;
  }
}

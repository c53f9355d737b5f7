import type { CatalogService } from '../catalog/load-catalog.js';
import { floorTo, MINUTE_MS } from '../lib/clock.js';
import type { DecisionStore } from './decision-store.js';
import { limitLargestOrigin } from './limit-largest-origin.js';
import type { RecentReports } from './recent-reports.js';
import type { Steps } from './steps.js';

/** The reports and votes of one step. */
export interface StepCount {
  /** Reports per category of the service, after {@link limitLargestOrigin}; zeros included. */
  readonly counts: readonly number[];
  /** All reports, before the limit. */
  readonly reports: number;
  /** Votes ("works for me again") in this step, after the same limit; left out if there are none. */
  readonly recovered?: number;
}

/** Reads reports and votes, step by step. */
export interface StepCounts {
  /** How long after its end a step may still receive reports, milliseconds. */
  readonly graceMs: number;
  /**
   * Steps of `[fromStep, toStep)` with reports or votes; other steps are left out.
   *
   * @throws {StoreError} When the store does not answer.
   */
  read(service: CatalogService, fromStep: number, toStep: number): Promise<Map<number, StepCount>>;
}

/** Makes a test for origins without a limit: the server's own and those the operator named. */
export const homeTest = (homeOrigins: readonly string[]): ((origin: string) => boolean) => {
  const home = new Set(['', ...homeOrigins]);
  return (origin) => home.has(origin);
};

/** Occurrences by key, a category or a site. */
class Tally extends Map<string, number> {
  /** All occurrences. */
  get total(): number {
    return [...this.values()].reduce((sum, count) => sum + count, 0);
  }

  add(key: string, count = 1): void {
    this.set(key, (this.get(key) ?? 0) + count);
  }
}

/** The reports and votes of one step, before any limit. */
interface Said {
  readonly byCategory: Tally;
  /** Votes by site. */
  readonly votes: Tally;
}

/** Steps with reports or votes, made on first use. */
class SaidBySteps extends Map<number, Said> {
  at(step: number): Said {
    const said = this.get(step) ?? { byCategory: new Tally(), votes: new Tally() };
    this.set(step, said);
    return said;
  }
}

/** A step's shares of sites come from this many steps, up to and including itself. */
const ORIGIN_STEPS = 20;

/** Sums the tallies of a step and the steps shortly before it. */
const addUpNear = (step: number, listOf: (step: number) => Tally | undefined): Tally => {
  const near = new Tally();
  for (let other = step - ORIGIN_STEPS + 1; other <= step; other += 1) {
    for (const [key, count] of listOf(other) ?? []) near.add(key, count);
  }
  return near;
};

/** Combines the counts of one step. */
function countStep(
  service: CatalogService,
  { byCategory, votes }: Said,
  sites: { readonly ofReports: ReadonlyMap<string, number>; readonly ofVotes: Tally },
  isHome: (origin: string) => boolean,
): StepCount {
  const values = service.categories.map(({ id }) => byCategory.get(id) ?? 0);
  const [recovered = 0] = limitLargestOrigin([votes.total], sites.ofVotes, isHome);
  return {
    counts: limitLargestOrigin(values, sites.ofReports, isHome),
    reports: values.reduce((sum, count) => sum + count, 0),
    ...(recovered > 0 && { recovered }),
  };
}

const ORIGIN_STEP_MS = 10 * MINUTE_MS;
const GRACE_MS = 2000;

/** The methods that {@link StoredStepCounts} calls. */
type SaidStore = Pick<DecisionStore, 'countByMinute' | 'countVotesByMinute' | 'countByOrigin'>;

/** Counts by whole minutes from the store: the same in every process, and after a restart. */
export class StoredStepCounts implements StepCounts {
  /** A report is stored within milliseconds, but the clocks of several machines may differ by more. */
  readonly graceMs = GRACE_MS;
  readonly #store: SaidStore;
  readonly #steps: Steps;
  readonly #isHome: (origin: string) => boolean;

  constructor(store: SaidStore, steps: Steps, isHome: (origin: string) => boolean) {
    this.#store = store;
    this.#steps = steps;
    this.#isHome = isHome;
  }

  async read(
    service: CatalogService,
    fromStep: number,
    toStep: number,
  ): Promise<Map<number, StepCount>> {
    const said = await this.#readSaid(service.id, fromStep, toStep);
    const sitesOfReports = new Map<number, Promise<Map<string, number>>>();
    const result = new Map<number, StepCount>();
    for (const [step, here] of said) {
      if (step < fromStep) continue;
      const tenMinutesMs = floorTo(this.#steps.startMs(step), ORIGIN_STEP_MS);
      const ofReports =
        sitesOfReports.get(tenMinutesMs) ?? this.#readSites(service.id, tenMinutesMs);
      sitesOfReports.set(tenMinutesMs, ofReports);
      const ofVotes = addUpNear(step, (other) => said.get(other)?.votes);
      result.set(
        step,
        countStep(service, here, { ofReports: await ofReports, ofVotes }, this.#isHome),
      );
    }
    return result;
  }

  async #readSaid(serviceId: string, fromStep: number, toStep: number): Promise<SaidBySteps> {
    const toMs = this.#steps.startMs(toStep);
    const [reports, votes] = await Promise.all([
      this.#store.countByMinute(serviceId, this.#steps.startMs(fromStep), toMs),
      this.#store.countVotesByMinute(
        serviceId,
        this.#steps.startMs(fromStep - ORIGIN_STEPS + 1),
        toMs,
      ),
    ]);
    const said = new SaidBySteps();
    for (const { atMs, category, count } of reports) {
      said.at(this.#steps.at(atMs)).byCategory.add(category, count);
    }
    for (const { atMs, origin, count } of votes) {
      said.at(this.#steps.at(atMs)).votes.add(origin, count);
    }
    return said;
  }

  /** Sites of reports are stored by ten minutes; the previous ten are included, because the current ones may have just begun. */
  #readSites(serviceId: string, tenMinutesMs: number): Promise<Map<string, number>> {
    return this.#store.countByOrigin(
      serviceId,
      tenMinutesMs - ORIGIN_STEP_MS,
      tenMinutesMs + ORIGIN_STEP_MS,
    );
  }
}

/** Counts by steps of seconds, from this process's memory, for the demo. */
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
    const said = new SaidBySteps();
    const sites = new Map<number, Tally>();
    const recent = this.#recentReports.list(
      service.id,
      this.#steps.startMs(fromStep - ORIGIN_STEPS + 1),
      this.#steps.startMs(toStep),
    );
    for (const { atMs, category, origin } of recent) {
      const step = this.#steps.at(atMs);
      if (category === null) {
        said.at(step).votes.add(origin);
        continue;
      }
      said.at(step).byCategory.add(category);
      const site = sites.get(step) ?? new Tally();
      sites.set(step, site);
      site.add(origin);
    }
    const result = new Map<number, StepCount>();
    for (const [step, here] of said) {
      if (step < fromStep) continue;
      const ofReports = addUpNear(step, (other) => sites.get(other));
      const ofVotes = addUpNear(step, (other) => said.get(other)?.votes);
      result.set(step, countStep(service, here, { ofReports, ofVotes }, this.#isHome));
    }
    return result;
  }
}

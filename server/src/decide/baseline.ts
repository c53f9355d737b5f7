import type { CatalogService } from '../catalog/load-catalog.js';
import { DAY_MS, floorTo, HOUR_MS } from '../clock.js';
import type { Store, TimedCount } from '../store/store.js';

const WEEKS = 8;
const HOURS_PER_WEEK = 168;
const WEEK_MS = HOURS_PER_WEEK * HOUR_MS;
/** With fewer past weeks than this the hours beside and the same hour of other days help out. */
const ENOUGH_WEEKS = 4;
/** How many weeks of history the catalogue's number weighs as much as. */
const PRIOR_WEEKS = 1;
/** The usual number never falls below this share of the catalogue's, so that a silent history does not make every report a surge. */
const LEAST_SHARE_OF_EXPECTED = 0.25;

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

/** What is usual for one service, by the hour of the week (UTC). */
export class Baseline {
  readonly #perHour: readonly number[];

  /** @param perHour Usual reports in each of the 168 hours that begin at the epoch's weekday, Thursday 00:00 UTC. */
  constructor(perHour: readonly number[]) {
    this.#perHour = perHour;
  }

  /** Usual reports per hour at a moment: straight lines between the middles of the hours. */
  ratePerHour(atMs: number): number {
    const position = atMs / HOUR_MS - 0.5;
    const hour = Math.floor(position);
    const weight = position - hour;
    return this.#ofHour(hour) * (1 - weight) + this.#ofHour(hour + 1) * weight;
  }

  /** Usual number of reports in an interval, by the rate at its middle. */
  expectedBetween(fromMs: number, toMs: number): number {
    return (this.ratePerHour((fromMs + toMs) / 2) * (toMs - fromMs)) / HOUR_MS;
  }

  #ofHour(hour: number): number {
    return this.#perHour[hour % HOURS_PER_WEEK] ?? 0;
  }
}

/**
 * Learns what is usual from past hours. The median over weeks ignores past outages as long as they fill fewer than
 * half of them, so no hour has to be marked or left out.
 *
 * @param history Counted reports per hour, oldest first, hours without any left out.
 * @param untilMs End of the history, a full hour, epoch milliseconds.
 * @param expectedPerHour The catalogue's number, for as long as there is no history.
 */
export function learnBaseline(
  history: readonly TimedCount[],
  untilMs: number,
  expectedPerHour: number,
): Baseline {
  const counts = new Map(history.map(({ atMs, count }) => [atMs / HOUR_MS, count]));
  const lastHour = untilMs / HOUR_MS;
  const firstHour = history[0] === undefined ? lastHour : history[0].atMs / HOUR_MS;
  // Hours before the first report are no evidence of silence: the server may not have run.
  const readCounts = (hours: readonly number[]): number[] =>
    hours
      .filter((hour) => hour >= firstHour && hour < lastHour)
      .map((hour) => counts.get(hour) ?? 0);
  const weeksBefore = (hour: number): number[] =>
    Array.from({ length: WEEKS }, (_, week) => hour - (week + 1) * HOURS_PER_WEEK);
  const daysBefore = (hour: number): number[] =>
    Array.from({ length: 7 }, (_, day) => hour - (day + 1) * 24);

  const perHour = Array.from({ length: HOURS_PER_WEEK }, (): number => 0);
  const thisWeekStart = Math.floor(lastHour / HOURS_PER_WEEK) * HOURS_PER_WEEK;
  for (let hourOfWeek = 0; hourOfWeek < HOURS_PER_WEEK; hourOfWeek += 1) {
    // The next hour of this kind that is not over: everything a week or more before it is history.
    const hour =
      thisWeekStart + hourOfWeek + (thisWeekStart + hourOfWeek < lastHour ? HOURS_PER_WEEK : 0);
    const own = readCounts(weeksBefore(hour));
    const samples =
      own.length >= ENOUGH_WEEKS
        ? own
        : [
            ...own,
            ...readCounts([
              ...weeksBefore(hour - 1),
              ...weeksBefore(hour + 1),
              ...daysBefore(hour),
            ]),
          ];
    const weeks = Math.min(samples.length, WEEKS);
    const learned = weeks === 0 ? 0 : median(samples);
    const blended = (learned * weeks + expectedPerHour * PRIOR_WEEKS) / (weeks + PRIOR_WEEKS);
    perHour[hourOfWeek] = Math.max(blended, expectedPerHour * LEAST_SHARE_OF_EXPECTED);
  }
  return new Baseline(perHour);
}

/** Baselines of all services, each learned once an hour. */
export class Baselines {
  readonly #store: Store;
  readonly #known = new Map<
    string,
    { readonly hourMs: number; readonly baseline: Promise<Baseline> }
  >();

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * What is usual for a service, learned from the full hours before now.
   *
   * @throws {StoreError} When the store does not answer; the next call tries again.
   */
  of(service: CatalogService, nowMs: number): Promise<Baseline> {
    const hourMs = floorTo(nowMs, HOUR_MS);
    const known = this.#known.get(service.id);
    if (known?.hourMs === hourMs) return known.baseline;
    const baseline = this.#store
      .countByHour(service.id, hourMs - WEEKS * WEEK_MS - DAY_MS, hourMs)
      .then((history) => learnBaseline(history, hourMs, service.expectedReportsPerHour));
    this.#known.set(service.id, { hourMs, baseline });
    baseline.catch(() => this.#known.delete(service.id));
    return baseline;
  }
}

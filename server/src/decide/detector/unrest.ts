import { DETECTOR } from './constants.js';

/** How unruly a service has proved itself to be. */
export interface UnrestState {
  /** Sums over calm hours, fading over a month: squared errors beyond chance, and squared expectations. */
  excess: number;
  squares: number;
  /** Reports and expected reports of the running hour, and whether a problem was open in it. */
  hourReports: number;
  hourExpected: number;
  hourTroubled: boolean;
  /** Sums over calm quarter hours and categories: squared errors, and reports expected. */
  quarterSquares: number;
  quarterReports: number;
  /** Reports per category and expected reports of the running quarter hour, and whether a problem was open in it. */
  readonly quarterCounts: number[];
  quarterExpected: number;
  quarterTroubled: boolean;
}

/** @param categories How many categories the service has. */
export const newUnrest = (categories: number): UnrestState => ({
  excess: 0,
  squares: 0,
  hourReports: 0,
  hourExpected: 0,
  hourTroubled: false,
  quarterSquares: 0,
  quarterReports: 0,
  quarterCounts: Array.from({ length: categories }, () => 0),
  quarterExpected: 0,
  quarterTroubled: false,
});

/** How unruly a service is, in numbers. */
export interface Unruliness {
  /** Standard deviation of whole hours beyond chance, as a share of what is usual. */
  readonly spread: number;
  /** Times the usual rate that the service reaches without a fault. */
  readonly ceiling: number;
  /** Variance over mean of a category's quarter hours, 1 for pure chance. */
  readonly clumpiness: number;
  /** The detector knows too few hours for the spread to mean much. */
  readonly young: boolean;
}

const MONTH_KEEP = Math.exp(-1 / 720);
const QUARTER_KEEP = Math.exp(-1 / DETECTOR.clumpinessMemory);
/** Starting values: a spread of a quarter, worth 20 squared reports. */
const EXCESS_AT_START = 1.2;
const SQUARES_AT_START = 20;
const LEAST_VARIANCE = 0.002;

/**
 * Learns two kinds of unrest separately. Drift: whole hours are higher or lower than usual, which sets the ceiling; the
 * excess variance over Poisson is the moment estimate of a negative binomial. Clumps: neighbours report together in one
 * category, which sets how much evidence a category needs.
 */
export class Unrest {
  readonly state: UnrestState;
  readonly #stepsPerHour: number;

  constructor(state: UnrestState, stepsPerHour: number) {
    this.state = state;
    this.#stepsPerHour = stepsPerHour;
  }

  /** @param young Fewer than two weeks are known. */
  measure(young: boolean): Unruliness {
    const { excess, squares, quarterSquares, quarterReports } = this.state;
    const variance = (excess + EXCESS_AT_START) / (squares + SQUARES_AT_START);
    const spread = Math.sqrt(Math.max(LEAST_VARIANCE, variance));
    const made = DETECTOR.clumpinessReports;
    const ratio = (quarterSquares + DETECTOR.clumpinessLeast * made) / (quarterReports + made);
    return {
      spread,
      ceiling: between(
        DETECTOR.ceilingLeast,
        1 + DETECTOR.ceilingSigmas * spread,
        DETECTOR.ceilingMost,
      ),
      clumpiness: between(DETECTOR.clumpinessLeast, ratio, DETECTOR.clumpinessMost),
      young,
    };
  }

  /**
   * Learns from one step.
   *
   * @param counts Reports per category.
   * @param usual Expected reports with tolerance, for the hours.
   * @param drifted Expected reports without, for the quarter hours.
   * @param shares Usual share of each category.
   * @param calm No problem is open.
   * @param settled The service is no longer new; before that it teaches nothing here.
   * @returns True at the end of a quarter hour, when the result of {@link measure} may have changed.
   */
  learn(
    step: number,
    counts: ArrayLike<number>,
    usual: number,
    drifted: number,
    shares: (category: number) => number,
    calm: boolean,
    settled: boolean,
  ): boolean {
    const { state } = this;
    const { quarterCounts } = state;
    let reports = 0;
    for (let category = 0; category < counts.length; category += 1) {
      const count = counts[category] ?? 0;
      reports += count;
      quarterCounts[category] = (quarterCounts[category] ?? 0) + count;
    }
    state.quarterExpected += drifted;
    state.quarterTroubled ||= !calm;
    state.hourReports += reports;
    state.hourExpected += usual;
    state.hourTroubled ||= !calm;
    if ((step + 1) % (this.#stepsPerHour / 4) !== 0) return false;
    this.#endQuarter(shares, settled);
    if ((step + 1) % this.#stepsPerHour === 0) this.#endHour(settled);
    return true;
  }

  #endQuarter(shares: (category: number) => number, settled: boolean): void {
    const { state } = this;
    if (settled && !state.quarterTroubled) {
      let squares = 0;
      for (let category = 0; category < state.quarterCounts.length; category += 1) {
        const expected = state.quarterExpected * shares(category);
        // Cut, so that an unnoticed outage does not pass for clumps.
        const count = Math.min(
          state.quarterCounts[category] ?? 0,
          expected + 4 * Math.sqrt(expected) + 4,
        );
        squares += (count - expected) ** 2;
      }
      state.quarterSquares = state.quarterSquares * QUARTER_KEEP + squares;
      state.quarterReports = state.quarterReports * QUARTER_KEEP + state.quarterExpected;
    }
    state.quarterCounts.fill(0);
    state.quarterExpected = 0;
    state.quarterTroubled = false;
  }

  #endHour(settled: boolean): void {
    const { state } = this;
    if (settled && !state.hourTroubled) {
      const expected = state.hourExpected;
      const most = expected + 4 * Math.sqrt(expected + (0.4 * expected) ** 2) + 1;
      const error = Math.min(state.hourReports, most) - expected;
      state.excess = state.excess * MONTH_KEEP + error ** 2 - expected;
      state.squares = state.squares * MONTH_KEEP + expected ** 2;
    }
    state.hourReports = 0;
    state.hourExpected = 0;
    state.hourTroubled = false;
  }
}

const between = (least: number, value: number, most: number): number =>
  Math.min(most, Math.max(least, value));

import { DETECTOR } from './constants.js';

/** Evidence for a problem, and what it is compared with. */
export interface OnsetState {
  /** Evidence of all reports together, nats, 0 or more. */
  sumAll: number;
  /** Evidence of each category. */
  readonly sums: number[];
  /** Reports of the last steps per category, fading, and the expected ones. */
  readonly recent: number[];
  recentExpected: number;
  /** Usual reports per category, fading by halves: their shares are the usual mix. */
  readonly mix: number[];
  /** Reports a step and category that are expected beyond the usual, since an outage has just ended. */
  readonly echo: number[];
}

/** Every category starts with as many made-up reports, so that the mix is even until something is known. */
const MIX_AT_START = 3;
const MIX_MOST = 4000;

/** @param categories How many categories the service has. */
export const newOnset = (categories: number): OnsetState => ({
  sumAll: 0,
  sums: Array.from({ length: categories }, () => 0),
  recent: Array.from({ length: categories }, () => 0),
  recentExpected: 0,
  mix: Array.from({ length: categories }, () => MIX_AT_START),
  echo: Array.from({ length: categories }, () => 0),
});

/** Stream that opened a problem: all reports. */
export const ALL = -1;

const LN_GAIN = Math.log(DETECTOR.gain);
const LN_GAIN_CATEGORY = Math.log(DETECTOR.gainCategory);
const ECHO_KEEP = 2 ** (-1 / DETECTOR.echoHalfSteps);
const RECENT_KEEP = Math.exp(-1 / DETECTOR.recentSteps);

const total = (values: readonly number[]): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};

/** What one stream of reports needs to open a problem, and how far it is. */
export interface StreamEvidence {
  /** Nats. */
  readonly evidence: number;
  /** Nats at which a problem opens. */
  readonly needed: number;
  /** Reports a step that are usual, and that are still no sign of a problem. */
  readonly usual: number;
  readonly ceiling: number;
  /** Times the ceiling: a report brings its logarithm, a step takes the ceiling times one less. */
  readonly gain: number;
}

/**
 * Watches for the beginning of a problem: one CUSUM (Page 1954) over all reports and one per category, each against a
 * ceiling instead of the usual rate, since the usual rate is exceeded every day.
 */
export class Onset {
  readonly state: OnsetState;
  #mixTotal: number;
  #recentTotal: number;
  #rate = 0;

  /** Reports expected in the step under way, the echo of an outage included. */
  usual = 0;

  constructor(state: OnsetState) {
    this.state = state;
    this.#mixTotal = total(state.mix);
    this.#recentTotal = total(state.recent);
  }

  /** Usual share of a category, 0–1. */
  readonly share = (category: number): number => (this.state.mix[category] ?? 0) / this.#mixTotal;

  /** Begins a step in which `rate` reports are usual. */
  expect(rate: number): void {
    const { echo } = this.state;
    this.#rate = rate;
    this.usual = rate;
    for (let category = 0; category < echo.length; category += 1) {
      const left = (echo[category] ?? 0) * ECHO_KEEP;
      echo[category] = left;
      this.usual += left;
    }
  }

  /** Smoothed rate of a stream, reports a step. */
  paceOf(stream: number): number {
    const recent = stream === ALL ? this.#recentTotal : (this.state.recent[stream] ?? 0);
    return recent * (1 - RECENT_KEEP);
  }

  /** Takes what is still being reported for the echo of the outage that ends. */
  keepEcho(): void {
    const { echo } = this.state;
    for (let category = 0; category < echo.length; category += 1) {
      echo[category] = Math.max(0, this.paceOf(category) - this.#rate * this.share(category));
    }
  }

  /** Reports of the last steps, and how many were expected. */
  get recent(): { readonly reports: number; readonly expected: number } {
    return { reports: this.#recentTotal, expected: this.state.recentExpected };
  }

  /** Reports of the last steps in a category, and how many were expected. */
  recentOf(category: number): { readonly reports: number; readonly expected: number } {
    const expected = this.state.recentExpected * this.share(category);
    return { reports: this.state.recent[category] ?? 0, expected };
  }

  /** Notes a step's reports; always, also while a problem is open. */
  note(counts: ArrayLike<number>): void {
    const { recent } = this.state;
    for (let category = 0; category < recent.length; category += 1) {
      recent[category] = (recent[category] ?? 0) * RECENT_KEEP + (counts[category] ?? 0);
    }
    this.#recentTotal = total(recent);
    this.state.recentExpected = this.state.recentExpected * RECENT_KEEP + this.usual;
  }

  /** Learns the usual mix of categories. */
  learnMix(counts: ArrayLike<number>): void {
    const { mix } = this.state;
    for (let category = 0; category < mix.length; category += 1) {
      mix[category] = (mix[category] ?? 0) + (counts[category] ?? 0);
    }
    if (total(mix) > MIX_MOST) mix.forEach((value, category) => (mix[category] = value / 2));
    this.#mixTotal = total(mix);
  }

  /**
   * Weighs a step's reports, noted before.
   *
   * @param reports Of all categories.
   * @returns The stream that opens a problem: a category's index, {@link ALL}, or `undefined` for none.
   */
  weigh(
    counts: ArrayLike<number>,
    reports: number,
    ceiling: number,
    clumpiness: number,
  ): number | undefined {
    const { state } = this;
    let opened: number | undefined;
    const drainAll = (DETECTOR.gain - 1) * this.#ceilingAll(ceiling);
    state.sumAll = Math.max(0, state.sumAll + reports * LN_GAIN - drainAll);
    if (state.sumAll > this.#neededAll(ceiling)) opened = ALL;
    for (let category = 0; category < state.sums.length; category += 1) {
      const before = state.sums[category] ?? 0;
      const count = counts[category] ?? 0;
      if (before === 0 && count === 0) continue;
      const expected = this.#expectedOf(category);
      const drain = (DETECTOR.gainCategory - 1) * this.#ceilingOf(category, expected, ceiling);
      const sum = Math.max(0, before + count * LN_GAIN_CATEGORY - drain);
      state.sums[category] = sum;
      if (sum > neededOf(expected, clumpiness)) opened ??= category;
    }
    return opened;
  }

  /** Begins anew. */
  reset(): void {
    this.state.sumAll = 0;
    this.state.sums.fill(0);
  }

  /** All reports, as {@link weigh} sees them. */
  explainAll(ceiling: number): StreamEvidence {
    const { usual } = this;
    return {
      evidence: this.state.sumAll,
      needed: this.#neededAll(ceiling),
      usual,
      ceiling: this.#ceilingAll(ceiling),
      gain: DETECTOR.gain,
    };
  }

  /** One category, as {@link weigh} sees it. */
  explain(category: number, ceiling: number, clumpiness: number): StreamEvidence {
    const expected = this.#expectedOf(category);
    return {
      evidence: this.state.sums[category] ?? 0,
      needed: neededOf(expected, clumpiness),
      usual: expected,
      ceiling: this.#ceilingOf(category, expected, ceiling),
      gain: DETECTOR.gainCategory,
    };
  }

  #expectedOf(category: number): number {
    return this.#rate * this.share(category) + (this.state.echo[category] ?? 0);
  }

  #ceilingAll(ceiling: number): number {
    return Math.max(DETECTOR.drainLeast, this.#usualCeiling(ceiling));
  }

  #usualCeiling(ceiling: number): number {
    return this.usual * Math.max(ceiling, DETECTOR.ceilingAllLeast);
  }

  // Talk after the news raises all categories alike, a fault hardly ever does: what the others show is expected here.
  #ceilingOf(category: number, expected: number, ceiling: number): number {
    const others = this.#recentTotal - (this.state.recent[category] ?? 0);
    const expectedOthers = this.state.recentExpected * (1 - this.share(category));
    const talk = (others + DETECTOR.talkReports) / (expectedOthers + DETECTOR.talkReports);
    const bounded = Math.min(DETECTOR.talkMost, Math.max(1, talk));
    const spread =
      DETECTOR.categoryDrift * (ceiling - 1) ** 2 + DETECTOR.categoryChance / (60 * expected + 1);
    return expected * Math.max(1 + Math.sqrt(spread), DETECTOR.talkMargin * bounded);
  }

  #neededAll(ceiling: number): number {
    const leading = Math.max(...this.state.recent);
    const leans =
      leading >= DETECTOR.leanFrom * this.#recentTotal &&
      leading <= DETECTOR.leanTo * this.#recentTotal;
    const sparse = leans ? 0 : DETECTOR.openAllSparse / (1 + 12 * this.usual);
    const added = Math.max(0, 1 - this.#usualCeiling(ceiling) / DETECTOR.drainLeast);
    const needed = DETECTOR.openAll + sparse - DETECTOR.drainRelief * added;
    return Math.max(DETECTOR.fewPeople * LN_GAIN, needed);
  }
}

const neededOf = (expected: number, clumpiness: number): number =>
  ((DETECTOR.openCategory + DETECTOR.openCategorySparse / (1 + 12 * expected)) * clumpiness) /
  DETECTOR.clumpinessLeast;

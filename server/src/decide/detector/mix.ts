import { DETECTOR } from './constants.js';

/** The usual mix of categories, and that of the last minutes. */
export interface MixState {
  /** Reports of the last steps per category, fading, and the expected ones. */
  readonly recent: number[];
  recentExpected: number;
  /** Usual reports per category, fading by halves: their shares are the usual mix. */
  readonly mix: number[];
  /** Reports a step expected per category beyond the usual, because an outage has just ended. */
  readonly echo: number[];
}

/** Made-up reports with which every category starts, so that the mix is even until reports arrive. */
const MIX_AT_START = 3;
const MIX_MOST = 4000;

/** @param categories How many categories the service has, 1 or more. */
export const newMix = (categories: number): MixState => ({
  recent: Array.from({ length: categories }, () => 0),
  recentExpected: 0,
  mix: Array.from({ length: categories }, () => MIX_AT_START),
  echo: Array.from({ length: categories }, () => 0),
});

/** Stream of all reports, as opposed to a category's index. */
export const ALL = -1;

const ECHO_KEEP = 2 ** (-1 / DETECTOR.echoHalfSteps);
const RECENT_KEEP = Math.exp(-1 / DETECTOR.recentSteps);

const total = (values: readonly number[]): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};

/** Knows how reports spread over the categories: as a rule, and in the last minutes. Rates are reports a step. */
export class Mix {
  readonly state: MixState;
  #mixTotal: number;
  #recentTotal: number;
  #rate = 0;

  /** Reports expected in the current step, the echo of an outage included. */
  usual = 0;

  constructor(state: MixState) {
    this.state = state;
    this.#mixTotal = total(state.mix);
    this.#recentTotal = total(state.recent);
  }

  /** Usual share of a category, 0–1. */
  readonly share = (category: number): number => (this.state.mix[category] ?? 0) / this.#mixTotal;

  /** Whether visitors use this category only, so that there are no others to compare it with. */
  isOnlyOne(category: number): boolean {
    return this.share(category) >= DETECTOR.onlyShare;
  }

  /** Whether visitors use one category only. */
  get hasOnlyOne(): boolean {
    return Math.max(...this.state.mix) >= DETECTOR.onlyShare * this.#mixTotal;
  }

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

  /** Expected reports of a category, or of all, in the current step. */
  expectedOf(stream: number): number {
    if (stream === ALL) return this.usual;
    return this.#rate * this.share(stream) + (this.state.echo[stream] ?? 0);
  }

  /** Notes a step's reports. Call it for every step, also while a problem is open. */
  note(counts: ArrayLike<number>): void {
    const { recent } = this.state;
    for (let category = 0; category < recent.length; category += 1) {
      recent[category] = (recent[category] ?? 0) * RECENT_KEEP + (counts[category] ?? 0);
    }
    this.#recentTotal = total(recent);
    this.state.recentExpected = this.state.recentExpected * RECENT_KEEP + this.usual;
  }

  /** Learns the usual mix of categories. */
  learn(counts: ArrayLike<number>): void {
    const { mix } = this.state;
    for (let category = 0; category < mix.length; category += 1) {
      mix[category] = (mix[category] ?? 0) + (counts[category] ?? 0);
    }
    if (total(mix) > MIX_MOST) mix.forEach((value, category) => (mix[category] = value / 2));
    this.#mixTotal = total(mix);
  }

  /** Smoothed rate of a stream. */
  paceOf(stream: number): number {
    const recent = stream === ALL ? this.#recentTotal : (this.state.recent[stream] ?? 0);
    return recent * (1 - RECENT_KEEP);
  }

  /** Smoothed rate of all reports after another step with `reports`. */
  paceWith(reports: number): number {
    return (this.#recentTotal * RECENT_KEEP + reports) * (1 - RECENT_KEEP);
  }

  /** Keeps the present excess of each category as the echo of the outage that ends. */
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

  /** The category that leads the last steps' reports: its share of them, and its usual one, 0–1. */
  get leading(): { readonly recentShare: number; readonly usualShare: number } {
    const { recent } = this.state;
    const most = Math.max(...recent);
    if (most === 0) return { recentShare: 0, usualShare: 0 };
    return { recentShare: most / this.#recentTotal, usualShare: this.share(recent.indexOf(most)) };
  }

  /** Recent reports over expected ones, for a category and for the others together; few reports give about 1. */
  compare(category: number): { readonly times: number; readonly others: number } {
    const all = this.recent;
    const { reports, expected } = this.recentOf(category);
    return {
      times: timesExpected(reports, expected),
      others: timesExpected(all.reports - reports, all.expected - expected),
    };
  }
}

const timesExpected = (reports: number, expected: number): number =>
  (reports + DETECTOR.talkReports) / (expected + DETECTOR.talkReports);

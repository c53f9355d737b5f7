import { DETECTOR } from './constants.js';
import { ALL, type Mix } from './mix.js';
import type { Unruliness } from './unrest.js';

/** Evidence for a problem. Each list has a place for every category, and at its end one for all reports together. */
export interface OnsetState {
  /** Nats, 0 or more. */
  readonly evidence: number[];
  /** Since the evidence was 0: steps, reports, and how many were usual. */
  readonly steps: number[];
  readonly reports: number[];
  readonly usual: number[];
}

/** @param categories How many categories the service has. */
export const newOnset = (categories: number): OnsetState => {
  const zeros = (): number[] => Array.from({ length: categories + 1 }, () => 0);
  return { evidence: zeros(), steps: zeros(), reports: zeros(), usual: zeros() };
};

const LN_GAIN = Math.log(DETECTOR.gain);
const LN_GAIN_CATEGORY = Math.log(DETECTOR.gainCategory);
/** Evidence of all reports that never makes a problem, nats. */
const NEVER = DETECTOR.fewPeople * LN_GAIN;

/** A rise of reports since its evidence was last 0. */
export interface Rise {
  /** A category's index, or {@link ALL}. */
  readonly stream: number;
  /** How long it has lasted, in steps. */
  readonly steps: number;
  readonly reports: number;
  /** How many reports are usual in that time. */
  readonly usual: number;
}

/** What one stream of reports needs to open a problem, and how far it is. */
export interface StreamEvidence extends Rise {
  /** Nats. */
  readonly evidence: number;
  /** Nats at which a problem opens; `Infinity` where another stream stands for this one. */
  readonly needed: number;
  /** Reports a step that are expected, and that are still no sign of a problem. */
  readonly expected: number;
  readonly ceiling: number;
  /** Reports that would open a problem if they came in one step; `Infinity` as for `needed`. */
  readonly reportsToOpen: number;
}

/**
 * Watches for the beginning of a problem: one CUSUM (Page 1954) over all reports and one per category, each against a
 * ceiling instead of the usual rate, since the usual rate is exceeded every day.
 *
 * All reports find an outage of everything, which has the usual mix. So has talk after the news; the difference is how
 * far the reports exceed the service's own movements ({@link Onset.ceilingOfAll}) and how suddenly. A category finds a
 * fault that leans on it, however small, and must stand out from the others. Where visitors use one category only, it
 * has no others to compare with, and all reports stand for it.
 */
export class Onset {
  readonly state: OnsetState;
  readonly #mix: Mix;

  constructor(state: OnsetState, mix: Mix) {
    this.state = state;
    this.#mix = mix;
  }

  /**
   * Weighs a step's reports, after the mix has noted them.
   *
   * @param reports Of all categories.
   * @returns The rise that opens a problem, `undefined` for none.
   */
  weigh(counts: ArrayLike<number>, reports: number, unruliness: Unruliness): Rise | undefined {
    const categories = this.#categories;
    const ceiling = this.ceilingOfAll(unruliness);
    const evidence = this.#add(
      categories,
      reports,
      LN_GAIN,
      (DETECTOR.gain - 1) * ceiling,
      this.#mix.usual,
    );
    let opened = evidence > NEVER && evidence > this.#neededOfAll(unruliness) ? ALL : undefined;
    for (let category = 0; category < categories; category += 1) {
      const count = counts[category] ?? 0;
      if (count === 0 && this.state.evidence[category] === 0) continue;
      const expected = this.#mix.expectedOf(category);
      const drain = (DETECTOR.gainCategory - 1) * this.#ceilingOf(category, unruliness);
      const sum = this.#add(category, count, LN_GAIN_CATEGORY, drain, expected);
      if (sum > this.#neededOf(category, unruliness)) opened ??= category;
    }
    return opened === undefined ? undefined : this.riseOf(opened);
  }

  /** The rise of a stream since its evidence was last 0. */
  riseOf(stream: number): Rise {
    const { steps, reports, usual } = this.state;
    const at = stream === ALL ? this.#categories : stream;
    return { stream, steps: steps[at] ?? 0, reports: reports[at] ?? 0, usual: usual[at] ?? 0 };
  }

  /** Discards all evidence. */
  reset(): void {
    for (const values of Object.values(this.state) as number[][]) values.fill(0);
  }

  /** Explains how {@link weigh} sees one stream. */
  explain(stream: number, unruliness: Unruliness): StreamEvidence {
    const isAll = stream === ALL;
    const evidence = this.state.evidence[isAll ? this.#categories : stream] ?? 0;
    const needed = isAll ? this.#neededOfAll(unruliness) : this.#neededOf(stream, unruliness);
    const gain = isAll ? DETECTOR.gain : DETECTOR.gainCategory;
    const ceilingWith = (reports: number): number =>
      isAll
        ? this.ceilingOfAll(unruliness, this.#mix.paceWith(reports))
        : this.#ceilingOf(stream, unruliness);
    const opens = (reports: number): boolean =>
      evidence + reports * Math.log(gain) - (gain - 1) * ceilingWith(reports) > needed;
    let reportsToOpen = needed === Infinity ? Infinity : 1;
    while (reportsToOpen < Infinity && !opens(reportsToOpen)) reportsToOpen += 1;
    return {
      ...this.riseOf(stream),
      evidence,
      needed,
      expected: this.#mix.expectedOf(stream),
      ceiling: ceilingWith(0),
      reportsToOpen,
    };
  }

  /** Reports a step, of all categories together, that are still no sign of a problem. */
  ceilingOfAll(unruliness: Unruliness, pace: number = this.#mix.paceOf(ALL)): number {
    return Math.max(DETECTOR.drainLeast, this.#rateOfTalk(unruliness, pace));
  }

  get #categories(): number {
    return this.state.evidence.length - 1;
  }

  #add(at: number, reports: number, weight: number, drain: number, usual: number): number {
    const { state } = this;
    const evidence = Math.max(0, (state.evidence[at] ?? 0) + reports * weight - drain);
    const rises = evidence > 0;
    state.evidence[at] = evidence;
    state.steps[at] = rises ? (state.steps[at] ?? 0) + 1 : 0;
    state.reports[at] = rises ? (state.reports[at] ?? 0) + reports : 0;
    state.usual[at] = rises ? (state.usual[at] ?? 0) + usual : 0;
    return evidence;
  }

  // Talk lifts all categories alike, like an outage of everything, and brings many reports only where many are usual.
  // A service that moves much by itself moves with talk as well. Talk takes ten minutes and more to swell, so a rise
  // that the last minutes do not yet show is no talk.
  #rateOfTalk({ ceiling, spread, young }: Unruliness, pace: number): number {
    const { usual } = this.#mix;
    if (young) return usual * Math.max(ceiling, DETECTOR.talkYoung);
    const busy = 1 / (1 + (DETECTOR.talkPerHour / (60 * usual)) ** 2);
    const most = this.#mix.hasOnlyOne ? DETECTOR.talkTimesOnly : DETECTOR.talkTimes;
    const talk = Math.min(most, DETECTOR.talkLeast + DETECTOR.talkSigmas * spread * busy);
    return Math.max(ceiling * usual, Math.min(talk * usual, DETECTOR.talkSwell * pace));
  }

  // A rise that the other categories share is talk, so it raises this ceiling too.
  #ceilingOf(category: number, { ceiling }: Unruliness): number {
    const expected = this.#mix.expectedOf(category);
    const talk = Math.min(DETECTOR.talkMost, Math.max(1, this.#mix.compare(category).others));
    const spread =
      DETECTOR.categoryDrift * (ceiling - 1) ** 2 + DETECTOR.categoryChance / (60 * expected + 1);
    return expected * Math.max(1 + Math.sqrt(spread), DETECTOR.talkMargin * talk);
  }

  #neededOfAll(unruliness: Unruliness): number {
    const { clumpiness, young } = unruliness;
    const { usual, leading } = this.#mix;
    const { recentShare, usualShare } = leading;
    const leans = recentShare >= DETECTOR.leanFrom && recentShare <= DETECTOR.leanTo;
    const relief = leans ? DETECTOR.leanRelief / (1 + 20 * usual) : 0;
    const alone = (recentShare - usualShare - DETECTOR.aloneFrom) / DETECTOR.aloneSpan;
    const some = 1 / (1 + DETECTOR.clumpsPerHour / (60 * usual));
    const needed =
      ((young ? DETECTOR.openAllYoung : DETECTOR.openAll) -
        relief +
        DETECTOR.openAlone * some * Math.min(1, Math.max(0, alone))) *
      (1 + some * (clumpiness / DETECTOR.clumpinessLeast - 1));
    const added = Math.max(
      0,
      1 - this.#rateOfTalk(unruliness, this.#mix.paceOf(ALL)) / DETECTOR.drainLeast,
    );
    return Math.max(NEVER, needed - DETECTOR.drainRelief * added);
  }

  #neededOf(category: number, { clumpiness }: Unruliness): number {
    if (this.#mix.isOnlyOne(category)) return Infinity;
    const expected = this.#mix.expectedOf(category);
    const needed = DETECTOR.openCategory + DETECTOR.openCategorySparse / (1 + 12 * expected);
    return (needed * clumpiness) / DETECTOR.clumpinessLeast;
  }
}

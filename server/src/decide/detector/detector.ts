import { DETECTOR, BASELINE } from './constants.js';
import { ALL, Mix } from './mix.js';
import { Onset, type Rise } from './onset.js';
import { Recovery } from './recovery.js';
import { Season } from './season.js';
import { Severity, type Level } from './severity.js';
import type { DetectorState } from './state.js';
import { Unrest, type Unruliness } from './unrest.js';

/**
 * Decides one service's status from its reports, one step at a time.
 *
 * Think of a running argument between two stories, "usual noise" and "outage". Evidence grows by ln 3 with every new
 * person who reports and drains by twice the ceiling every minute; eight people in quick succession make a problem. The
 * ceiling is what this hour of the week usually brings ({@link Season}), times how unruly the service has been
 * ({@link Unrest}). One sum counts all reports, and one more counts each category; a category must stand out from the others, so
 * that talk after the news, which has the usual mix, does not count as a fault ({@link Onset}). It is over when the
 * reports are clearly under the ceiling, far below a fading peak, and have been falling ({@link Recovery}); for a
 * while the talk after it counts as usual, so that nothing flaps.
 *
 * The statistic is Page's CUSUM (Biometrika 1954) for Poisson counts (Lucas, Technometrics 1985) with a learned ceiling
 * in the place of the null; sums per category, echo and the cut baseline are those of the project's study of detectors.
 * `docs/measurements/detector.md` has the figures, `docs/decisions/0008-detector.md` the reasons, `constants.ts` every number.
 *
 * Pure: no clock, no randomness. The state is the caller's and is changed in place.
 */
export class Detector {
  readonly state: DetectorState;
  readonly season: Season;
  readonly #unrest: Unrest;
  readonly #mix: Mix;
  readonly #onset: Onset;
  readonly #recovery: Recovery;
  readonly #severity: Severity;
  readonly #stepsPerHour: number;
  readonly #silentSteps: number;
  readonly #newSteps: number;
  readonly #stuckSteps: number;
  #unruliness: Unruliness;

  /**
   * @param state From `newState` or `readState`; belongs to the detector from here on.
   * @param options.speaksAtOnce Decides from the first step, because the usual rate has a guess.
   */
  constructor(state: DetectorState, { speaksAtOnce = false } = {}) {
    const stepsPerHour = 3600 / state.stepSeconds;
    this.state = state;
    this.season = new Season(state.season, stepsPerHour);
    this.#unrest = new Unrest(state.unrest, stepsPerHour);
    this.#mix = new Mix(state.mix);
    this.#onset = new Onset(state.onset, this.#mix);
    this.#recovery = new Recovery(state.recovery);
    this.#severity = new Severity(state.severity);
    this.#stepsPerHour = stepsPerHour;
    const stepsPerMinute = 60 / state.stepSeconds;
    this.#silentSteps = speaksAtOnce ? 0 : DETECTOR.silentMinutes * stepsPerMinute;
    this.#newSteps = DETECTOR.newMinutes * stepsPerMinute;
    this.#stuckSteps = BASELINE.stuckMinutes * stepsPerMinute;
    this.#unruliness = this.#unrest.measure(this.#isYoung);
  }

  /**
   * Takes the counts of the next step.
   *
   * @param counts New voices per category; fractions occur where a site's share is limited.
   * @param reports All counted reports of the step, before any limiting: what the baseline learns.
   * @param recovered Visitors who said "works for me again", limited like `counts`; ignored while no problem is open.
   * @returns The level at the end of the step.
   */
  tick(counts: ArrayLike<number>, reports: number = sum(counts), recovered = 0): Level {
    const { state, season } = this;
    const step = state.nextStep;
    const voices = sum(counts);
    season.look(step, state.level === 0 && season.state.hours < DETECTOR.trustingHours);
    const rate = this.#rate;
    this.#mix.expect(rate);
    this.#mix.note(counts);
    this.#severity.note(step, voices);

    if (state.level === 0) {
      const opened =
        state.age < this.#silentSteps
          ? undefined
          : this.#onset.weigh(counts, voices, this.#unruliness);
      const announced = state.announcedStep === step ? this.#onset.riseOf(ALL) : undefined;
      const rise = opened ?? announced;
      if (rise) this.#open(rise);
    } else {
      const { stream } = state.opening;
      const [seen, expected] =
        stream === ALL ? [voices, rate] : [counts[stream] ?? 0, rate * this.#mix.share(stream)];
      const isOver = this.#recovery.weigh(
        seen,
        expected,
        this.#unruliness.ceiling,
        this.#stillPeak,
        recovered,
      );
      if (isOver && state.openSteps >= DETECTOR.leastOpenSteps) this.#close();
    }
    if (state.level > 0) {
      state.level = this.#severity.judge(step, this.#mix, state.level);
    }
    this.#learn(step, counts, reports);
    state.age += 1;
    state.nextStep += 1;
    return state.level;
  }

  /** Learns a full hour that has no steps any more. @param hour Counted since a Monday 00:00 UTC. */
  learnHour(hour: number, reports: number): void {
    const isNew = this.state.season.hours < DETECTOR.newMinutes / 60;
    this.season.learnHour(hour, reports, isNew);
    this.state.age += this.#stepsPerHour;
    this.state.nextStep = (hour + 1) * this.#stepsPerHour;
  }

  /** Explains the current decision; rates are reports a step. Take no steps afterwards, because this fades the echo. */
  explain() {
    const { state, season } = this;
    season.look(state.nextStep);
    this.#mix.expect(this.#rate);
    const { stream } = state.opening;
    const watched = stream === ALL ? this.#rate : this.#rate * this.#mix.share(stream);
    return {
      usual: this.#mix.usual,
      ceiling: this.#unruliness.ceiling,
      clumpiness: this.#unruliness.clumpiness,
      all: this.#onset.explain(ALL, this.#unruliness),
      categories: state.mix.mix.map((_, category) =>
        this.#onset.explain(category, this.#unruliness),
      ),
      open:
        state.level === 0
          ? undefined
          : {
              opening: state.opening,
              quietSteps: this.#quietSteps(watched),
              ...this.#recovery.explain(watched, this.#unruliness.ceiling, this.#stillPeak),
            },
    };
  }

  /** Usual reports in the current step; generous while the service is new, above all while its rate is a guess. */
  get #rate(): number {
    const { age } = this.state;
    if (age >= this.#newSteps) return this.season.usual;
    const minutes = (60 * age) / this.#stepsPerHour;
    const doubt = DETECTOR.guessMargin / (1 + minutes / DETECTOR.guessHalfMinutes);
    const margin = Math.max(DETECTOR.newMargin, doubt);
    return Math.max(margin * this.season.usual, DETECTOR.newLeastPerHour / this.#stepsPerHour);
  }

  get #stillPeak(): number {
    return this.#mix.hasOnlyOne ? DETECTOR.stillPeakOnly : DETECTOR.stillPeak;
  }

  get #isYoung(): boolean {
    return this.state.season.hours < DETECTOR.youngHours;
  }

  /** Steps without any report that end the open problem; approximate, because the peak fades meanwhile. */
  #quietSteps(usual: number): number {
    const { evidence, needed, still, over, fallLeft } = this.#recovery.explain(
      usual,
      this.#unruliness.ceiling,
      this.#stillPeak,
    );
    const least = DETECTOR.leastOpenSteps - this.state.openSteps;
    return Math.max(1, least, fallLeft, (needed - evidence) / (still - over));
  }

  #open(rise: Rise): void {
    this.state.level = 1;
    Object.assign(this.state.opening, rise);
    this.#recovery.begin(this.#mix.paceOf(rise.stream));
    this.#onset.reset();
  }

  #close(): void {
    this.state.level = 0;
    this.#mix.keepEcho();
  }

  #learn(step: number, counts: ArrayLike<number>, reports: number): void {
    const { state, season } = this;
    const calm = state.level === 0;
    const settled = state.age > this.#newSteps;
    if (calm && reports > 0) this.#mix.learn(counts);
    state.openSteps = calm ? 0 : state.openSteps + 1;
    const { usual, drifted } = season;
    if (this.#unrest.learn(step, counts, usual, drifted, this.#mix.share, calm, settled)) {
      this.#unruliness = this.#unrest.measure(this.#isYoung);
    }
    const isNew = state.season.hours < DETECTOR.newMinutes / 60;
    const trusted = isNew && (calm || state.season.hours < DETECTOR.trustingHours);
    const believe = trusted || state.openSteps >= this.#stuckSteps;
    season.learn(step, reports, { drifts: calm && this.#isSteady, believe });
  }

  /** Whether slow drift explains the recent reports. */
  get #isSteady(): boolean {
    const { reports, expected } = this.#mix.recent;
    return this.#isYoung || reports <= BASELINE.driftTimes * expected + BASELINE.driftBeyond;
  }
}

function sum(counts: ArrayLike<number>): number {
  let result = 0;
  for (let index = 0; index < counts.length; index += 1) result += counts[index] ?? 0;
  return result;
}

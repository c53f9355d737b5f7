import { DETECTOR, BASELINE } from './constants.js';
import { ALL, Onset } from './onset.js';
import { Recovery } from './recovery.js';
import { Season } from './season.js';
import { Severity, type Level } from './severity.js';
import type { DetectorState } from './state.js';
import { Unrest } from './unrest.js';

/**
 * Decides one service's status from its reports, one step at a time.
 *
 * Think of a running argument between two stories, "usual noise" and "outage". Evidence grows by ln 3 with every new
 * person who reports and drains by twice the ceiling every minute; eight people in quick succession make a problem. The
 * ceiling is what this hour of the week usually brings ({@link Season}), times how unruly the service has been
 * ({@link Unrest}). One sum watches all reports, one more each category; a category must stand out from the others, so
 * that talk after the news, which has the usual mix, does not count as a fault ({@link Onset}). It is over when the
 * reports are clearly under the ceiling and under half of a fading peak and have been falling ({@link Recovery}); for a
 * while the talk after it counts as usual, so that nothing flaps.
 *
 * The statistic is Page's CUSUM (Biometrika 1954) for Poisson counts (Lucas, Technometrics 1985) with a learned ceiling
 * in the place of the null; sums per category, echo and the cut baseline are those of the project's study of detectors.
 * Measured in `docs/decisions/0008-detector.md`; every number with its reason in `constants.ts`.
 *
 * Pure: no clock, no randomness. The state is the caller's and is changed in place.
 */
export class Detector {
  readonly state: DetectorState;
  readonly season: Season;
  readonly #unrest: Unrest;
  readonly #onset: Onset;
  readonly #recovery: Recovery;
  readonly #severity: Severity;
  readonly #stepsPerHour: number;
  readonly #silentSteps: number;
  readonly #newSteps: number;
  readonly #stuckSteps: number;
  #ceiling: number;
  #clumpiness: number;

  /**
   * @param state From `newState` or `readState`; belongs to the detector from here on.
   * @param options.speaksAtOnce No silence at first: the usual rate was guessed.
   */
  constructor(state: DetectorState, { speaksAtOnce = false } = {}) {
    const stepsPerHour = 3600 / state.stepSeconds;
    this.state = state;
    this.season = new Season(state.season, stepsPerHour);
    this.#unrest = new Unrest(state.unrest, stepsPerHour);
    this.#onset = new Onset(state.onset);
    this.#recovery = new Recovery(state.recovery);
    this.#severity = new Severity(state.severity);
    this.#stepsPerHour = stepsPerHour;
    const stepsPerMinute = 60 / state.stepSeconds;
    this.#silentSteps = speaksAtOnce ? 0 : DETECTOR.silentMinutes * stepsPerMinute;
    this.#newSteps = DETECTOR.newMinutes * stepsPerMinute;
    this.#stuckSteps = BASELINE.stuckMinutes * stepsPerMinute;
    this.#ceiling = this.#unrest.ceiling;
    this.#clumpiness = this.#unrest.clumpiness;
  }

  /**
   * Takes the counts of the next step.
   *
   * @param counts New voices per category; fractions occur where a site's share is limited.
   * @param reports All counted reports of the step, before any limiting: what the baseline learns.
   * @param recovered Visitors who said "works for me again", limited like `counts`; nothing while no problem is open.
   * @returns The level at the end of the step.
   */
  tick(counts: ArrayLike<number>, reports: number = sum(counts), recovered = 0): Level {
    const { state, season } = this;
    const step = state.nextStep;
    const voices = sum(counts);
    season.look(step);
    const rate = this.#rate;
    this.#onset.expect(rate);
    this.#onset.note(counts);
    this.#severity.note(step, voices);

    if (state.level === 0) {
      const opened =
        state.age < this.#silentSteps
          ? undefined
          : this.#onset.weigh(counts, voices, this.#ceiling, this.#clumpiness);
      const announced = state.announcedStep === step ? ALL : undefined;
      const stream = opened ?? announced;
      if (stream !== undefined) this.#open(stream);
    } else {
      const { stream } = this.#recovery.state;
      const [seen, expected] =
        stream === ALL ? [voices, rate] : [counts[stream] ?? 0, rate * this.#onset.share(stream)];
      const isOver = this.#recovery.weigh(seen, expected, this.#ceiling, recovered);
      if (isOver && state.openSteps >= DETECTOR.leastOpenSteps) this.#close();
    }
    if (state.level > 0) {
      state.level = this.#severity.judge(step, this.#onset, state.level);
    }
    this.#learn(step, counts, reports);
    state.age += 1;
    state.nextStep += 1;
    return state.level;
  }

  /** Takes a full hour that has no steps any more; counted since a Monday 00:00 UTC. */
  learnHour(hour: number, reports: number): void {
    const isNew = this.state.season.hours < DETECTOR.newMinutes / 60;
    this.season.learnHour(hour, reports, isNew);
    this.state.age += this.#stepsPerHour;
    this.state.nextStep = (hour + 1) * this.#stepsPerHour;
  }

  /** What the decision rests on now, for an operator; the detector takes no further steps. Rates in reports a step. */
  explain() {
    const { state, season } = this;
    season.look(state.nextStep);
    this.#onset.expect(this.#rate);
    const { stream } = this.#recovery.state;
    const watched = stream === ALL ? this.#rate : this.#rate * this.#onset.share(stream);
    return {
      usual: this.#onset.usual,
      ceiling: this.#ceiling,
      clumpiness: this.#clumpiness,
      all: this.#onset.explainAll(this.#ceiling),
      categories: state.onset.sums.map((_, category) =>
        this.#onset.explain(category, this.#ceiling, this.#clumpiness),
      ),
      recovery:
        state.level === 0
          ? undefined
          : {
              stream,
              quietSteps: this.#quietSteps(watched),
              ...this.#recovery.explain(watched, this.#ceiling),
            },
    };
  }

  /** Usual reports in the step looked at; generous while the service is new. */
  get #rate(): number {
    if (this.state.age >= this.#newSteps) return this.season.usual;
    return Math.max(
      DETECTOR.newMargin * this.season.usual,
      DETECTOR.newLeastPerHour / this.#stepsPerHour,
    );
  }

  /** Steps without any report after which the open problem is over, about: the peak fades meanwhile. */
  #quietSteps(usual: number): number {
    const { evidence, needed, still, over, fallLeft } = this.#recovery.explain(
      usual,
      this.#ceiling,
    );
    const least = DETECTOR.leastOpenSteps - this.state.openSteps;
    return Math.max(1, least, fallLeft, (needed - evidence) / (still - over));
  }

  #open(stream: number): void {
    this.state.level = 1;
    this.#recovery.begin(stream, this.#onset.paceOf(stream));
    this.#onset.reset();
  }

  #close(): void {
    this.state.level = 0;
    this.#onset.keepEcho();
  }

  #learn(step: number, counts: ArrayLike<number>, reports: number): void {
    const { state, season } = this;
    const calm = state.level === 0;
    const settled = state.age > this.#newSteps;
    if (calm && reports > 0) this.#onset.learnMix(counts);
    state.openSteps = calm ? 0 : state.openSteps + 1;
    const { usual, drifted } = season;
    const shares = this.#onset.share;
    if (this.#unrest.learn(step, counts, usual, drifted, shares, calm, settled)) {
      this.#ceiling = this.#unrest.ceiling;
      this.#clumpiness = this.#unrest.clumpiness;
    }
    const isNew = state.season.hours < DETECTOR.newMinutes / 60;
    const trusted = isNew && (calm || state.season.hours < DETECTOR.trustingHours);
    season.learn(step, reports, calm, trusted || state.openSteps >= this.#stuckSteps);
  }
}

function sum(counts: ArrayLike<number>): number {
  let result = 0;
  for (let index = 0; index < counts.length; index += 1) result += counts[index] ?? 0;
  return result;
}

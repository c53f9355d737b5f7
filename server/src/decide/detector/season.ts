import { BASELINE } from './constants.js';

const HOURS_PER_DAY = 24;
const HOURS_PER_WEEK = 168;

/** What a season has learned of the usual rate; numbers only, so that the store can keep it. */
export interface SeasonState {
  /** Reports seen and hours' worth of them expected, both fading; their ratio is the level, reports an hour. */
  levelReports: number;
  levelHours: number;
  /** By hour of the day and of the week, from Monday 00:00 UTC: reports taught and reports expected, both fading. */
  readonly dayReports: Float32Array;
  readonly dayExpected: Float32Array;
  readonly weekReports: Float32Array;
  readonly weekExpected: Float32Array;
  /** Reports of the last hours and what the season expected, both fading: the drift of the day. */
  driftReports: number;
  driftExpected: number;
  /** Full hours learned. */
  hours: number;
  /** Reports of the running hour. */
  hourReports: number;
}

/** @param guessPerHour A first guess of the usual rate, reports an hour. */
export const newSeason = (guessPerHour: number = BASELINE.guessPerHour): SeasonState => ({
  levelReports: guessPerHour * BASELINE.guessHours,
  levelHours: BASELINE.guessHours,
  dayReports: new Float32Array(HOURS_PER_DAY),
  dayExpected: new Float32Array(HOURS_PER_DAY),
  weekReports: new Float32Array(HOURS_PER_WEEK),
  weekExpected: new Float32Array(HOURS_PER_WEEK),
  driftReports: 0,
  driftExpected: 0,
  hours: 0,
  hourReports: 0,
});

const DRIFT_KEEP = Math.exp(-1 / BASELINE.driftSteps);
const LEVEL_KEEP = Math.exp(-1 / BASELINE.levelHours);
const LEAST_RATE = 1e-4;

const hourOfWeek = (hour: number): number =>
  ((hour % HOURS_PER_WEEK) + HOURS_PER_WEEK) % HOURS_PER_WEEK;

/**
 * What is usual, hour by hour of the week, learned online. A sparse hour leans on its hour of the day, that on the
 * overall level. Every hour teaches, those of an outage too, but none more than about twice what was expected: a
 * baseline that skips hours in alarm never learns the hour that keeps alarming, and one that learns everything is blind
 * after an outage. The cut and the pull follow Noufaily et al. 2013 (doi 10.1002/sim.5595) in spirit.
 */
export class Season {
  readonly state: SeasonState;
  readonly #stepsPerHour: number;
  // Rates of the current hour and its neighbours. Without a guess they change only when an hour has taught something.
  #hour = Number.NaN;
  #before = 0;
  #within = 0;
  #after = 0;

  /** Usual reports in the current step, by the season alone. */
  seasonal = 0;
  /** The same with the day's drift. */
  drifted = 0;
  /** The same with half an hour's tolerance: what evidence is measured against. At least 0.0001. */
  usual = 0;

  constructor(state: SeasonState, stepsPerHour: number) {
    this.state = state;
    this.#stepsPerHour = stepsPerHour;
  }

  /** Usual reports an hour at a point in time, in hours since a Monday 00:00 UTC; straight lines between the middles of hours. */
  ratePerHour(hours: number): number {
    const position = hours - 0.5;
    const hour = Math.floor(position);
    const weight = position - hour;
    return this.#level * (this.#factor(hour) * (1 - weight) + this.#factor(hour + 1) * weight);
  }

  /**
   * Reads the usual rates of a step into the fields.
   *
   * @param hasGuess The level rests on a guess, so the running hour's reports count too.
   */
  look(step: number, hasGuess = false): void {
    const { state } = this;
    const hour = Math.floor(step / this.#stepsPerHour);
    if (hour !== this.#hour || hasGuess) {
      const running = hasGuess ? step / this.#stepsPerHour - hour : 0;
      const perStep =
        this.#levelWith(hasGuess ? state.hourReports : 0, running) / this.#stepsPerHour;
      this.#hour = hour;
      this.#before = perStep * this.#factor(hour - 1);
      this.#within = perStep * this.#factor(hour);
      this.#after = perStep * this.#factor(hour + 1);
    }
    const share = step / this.#stepsPerHour - hour;
    const drift =
      (state.driftReports + BASELINE.driftReports) / (state.driftExpected + BASELINE.driftReports);
    this.seasonal = this.#at(share);
    const factor = Math.min(BASELINE.driftMost, Math.max(BASELINE.driftLeast, drift));
    this.drifted = factor * this.seasonal;
    const widest = Math.max(
      this.seasonal,
      this.#at(share - BASELINE.phaseHours),
      this.#at(share + BASELINE.phaseHours),
    );
    this.usual = Math.max(LEAST_RATE, factor * widest);
  }

  /**
   * Learns from the current step.
   *
   * @param reports All counted reports.
   * @param how.drifts The step teaches the day's drift: no problem is open, and none seems to be growing.
   * @param how.believe The hour teaches uncut: the service is new, or the alarm has lasted too long to be one.
   */
  learn(
    step: number,
    reports: number,
    { drifts, believe }: { readonly drifts: boolean; readonly believe: boolean },
  ): void {
    const { state } = this;
    if (drifts) {
      state.driftReports = state.driftReports * DRIFT_KEEP + reports;
      state.driftExpected = state.driftExpected * DRIFT_KEEP + this.seasonal;
    }
    state.hourReports += reports;
    if ((step + 1) % this.#stepsPerHour === 0) {
      this.learnHour(Math.floor(step / this.#stepsPerHour), state.hourReports, believe);
      state.hourReports = 0;
    }
  }

  /** Learns one full hour, counted since a Monday 00:00 UTC. */
  learnHour(hour: number, reports: number, believe: boolean): void {
    const { state } = this;
    const week = hourOfWeek(hour);
    const day = week % HOURS_PER_DAY;
    const factor = this.#factor(hour);
    const expected = this.#level * factor;
    const most =
      expected +
      BASELINE.cutSigmas * Math.sqrt(expected + (BASELINE.cutDrift * expected) ** 2) +
      0.5;
    const taught = believe ? reports : Math.min(reports, most);
    state.levelReports = state.levelReports * LEVEL_KEEP + taught;
    state.levelHours = state.levelHours * LEVEL_KEEP + factor;
    const level = this.#level;
    fade(state.dayReports, day, BASELINE.keepDay, taught);
    fade(state.dayExpected, day, BASELINE.keepDay, level);
    fade(state.weekReports, week, BASELINE.keepWeek, taught);
    fade(state.weekExpected, week, BASELINE.keepWeek, level);
    state.hours += 1;
    this.#hour = Number.NaN;
  }

  get #level(): number {
    return this.#levelWith(0, 0);
  }

  #levelWith(reports: number, hours: number): number {
    return (this.state.levelReports + reports) / (this.state.levelHours + hours);
  }

  #factor(hour: number): number {
    const { dayReports, dayExpected, weekReports, weekExpected } = this.state;
    const week = hourOfWeek(hour);
    const pull = BASELINE.madeUpReports;
    const day = week % HOURS_PER_DAY;
    const ofDay = ((dayReports[day] ?? 0) + pull) / ((dayExpected[day] ?? 0) + pull);
    return ((weekReports[week] ?? 0) + pull) / ((weekExpected[week] ?? 0) + pull / ofDay);
  }

  /** Rate at a share of the current hour, -0.5 to 1.5. */
  #at(share: number): number {
    if (share < -0.5) return this.#before;
    if (share < 0.5) return this.#before * (0.5 - share) + this.#within * (0.5 + share);
    if (share < 1.5) return this.#within * (1.5 - share) + this.#after * (share - 0.5);
    return this.#after;
  }
}

function fade(values: Float32Array, index: number, keep: number, added: number): void {
  values[index] = (values[index] ?? 0) * keep + added;
}

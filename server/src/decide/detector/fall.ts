import { DETECTOR } from './constants.js';

/** How the reports of an open problem have been falling. */
export interface FallState {
  /** Reports of the stream in the last steps, a ring, and the place of the next one. */
  readonly last: number[];
  place: number;
  /** Steps of falling, less what flat ones took back; 0 to `fallSteps`. */
  falling: number;
  /** Steps for which the end has been delayed since its evidence was last 0. */
  heldSteps: number;
  /** Steps that the problem has been open. */
  steps: number;
  /** Steps that a sudden drop must still last. */
  dropHold: number;
}

const WINDOW = DETECTOR.fallWindow;

export const newFall = (): FallState => ({
  last: Array.from({ length: 2 * WINDOW }, () => 0),
  place: 0,
  falling: 0,
  heldSteps: 0,
  steps: 0,
  dropHold: 0,
});

/**
 * Distinguishes the end of an outage from a lull in it. People stop reporting over some time, half of them every 4 to 25
 * minutes: reports fall and go on falling until they are usual again. A lull before a relapse drops at once and is flat from
 * then on; an outage that most people have got over levels out. So the last eight minutes are compared with the eight
 * before: the end takes twenty minutes of falling, and flat minutes above the ceiling take half a minute back each. With
 * few reports chance looks like falling, and the rule says little.
 *
 * A drop to less than a fifth within eight minutes is faster than people stop reporting, so it is a lull, even where it
 * leads back to the usual number: it must last for half an hour, or as long as the problem had been open.
 *
 * Both rules only delay an end, by eighty minutes at most, and never cause one.
 */
export class Fall {
  readonly state: FallState;

  constructor(state: FallState) {
    this.state = state;
  }

  /** @param pace Smoothed rate of the stream when the problem was opened, reports a step. */
  begin(pace: number): void {
    this.state.last.fill(pace);
    Object.assign(this.state, { place: 0, falling: 0, heldSteps: 0, steps: 0, dropHold: 0 });
  }

  /**
   * Notes a step.
   *
   * @param usual Usual reports of the stream in a step.
   * @param ceiling Reports in a step that are still no sign of a problem.
   */
  note(reports: number, usual: number, ceiling: number): void {
    const { state } = this;
    state.last[state.place] = reports;
    state.place = (state.place + 1) % (2 * WINDOW);
    const before = this.#sum(0);
    const now = this.#sum(WINDOW);
    const excessBefore = Math.max(0, before - WINDOW * usual);
    const noise = DETECTOR.fallNoise * Math.sqrt(excessBefore + WINDOW * usual);
    const excess = now - WINDOW * usual;
    const falls = now <= WINDOW * ceiling || excess <= DETECTOR.fallRatio * excessBefore + noise;
    const falling = state.falling + (falls ? 1 : -DETECTOR.fallLoss);
    const drops =
      excessBefore >= DETECTOR.dropReports && excess <= DETECTOR.dropRatio * excessBefore;
    state.dropHold = drops
      ? Math.min(DETECTOR.dropHold, state.steps)
      : Math.max(0, state.dropHold - 1);
    state.steps += 1;
    state.falling = Math.min(DETECTOR.fallSteps, Math.max(0, falling));
  }

  /**
   * Whether the evidence and the fall allow the problem to end.
   *
   * @param evidence Nats for the end.
   * @param needed Nats at which it is over.
   * @param spared Steps of falling that votes replace.
   */
  allows(evidence: number, needed: number, spared: number): boolean {
    const { state } = this;
    if (evidence === 0) state.heldSteps = 0;
    if (evidence <= needed) return false;
    state.heldSteps += 1;
    return this.stepsLeft(spared) <= 0 || state.heldSteps > DETECTOR.fallHeldMost;
  }

  /** Steps that an end still takes, of falling or after a sudden drop; 0 or less for none. */
  stepsLeft(spared: number): number {
    const { falling, dropHold } = this.state;
    return Math.max(DETECTOR.fallSteps - falling, dropHold) - spared;
  }

  /** Sums the reports of one window. @param from Its first step, counted from the oldest. */
  #sum(from: number): number {
    const { last, place } = this.state;
    let sum = 0;
    for (let step = from; step < from + WINDOW; step += 1) {
      sum += last[(place + step) % (2 * WINDOW)] ?? 0;
    }
    return sum;
  }
}

import { DETECTOR } from './constants.js';
import { Fall, newFall, type FallState } from './fall.js';

/** How far an open problem is from its end. */
export interface RecoveryState {
  /** Evidence that it is over, nats, 0 or more. */
  evidence: number;
  /** Smoothed rate of the stream and its fading peak, reports a step. */
  pace: number;
  peak: number;
  /** Evidence of the votes, nats, 0 to `voteMost`. */
  votes: number;
  /** Votes that may still count. */
  votesLeft: number;
  readonly fall: FallState;
}

export const newRecovery = (): RecoveryState => ({
  evidence: 0,
  pace: 0,
  peak: 0,
  votes: 0,
  votesLeft: 0,
  fall: newFall(),
});

const PEAK_KEEP = 2 ** (-1 / DETECTOR.peakHalfSteps);
const VOTE_GAIN = Math.log(DETECTOR.voteShareOver / DETECTOR.voteShareStill);
const REPORT_LOSS = Math.log((1 - DETECTOR.voteShareStill) / (1 - DETECTOR.voteShareOver));

/** What the end of a problem still takes. */
export interface RecoveryEvidence {
  /** Nats. */
  readonly evidence: number;
  /** Nats at which it is over, less the evidence of the votes. */
  readonly needed: number;
  /** Reports a step that would mean "still" and "over". */
  readonly still: number;
  readonly over: number;
  /** Steps for which the reports must yet be falling. */
  readonly fallLeft: number;
}

/**
 * Watches for the end of a problem: the mirror image of its beginning, a CUSUM of "over" against "still going on", on
 * the stream that opened it. People tire while a problem lasts, so "still" is a share of a peak that fades. How the
 * reports have been falling distinguishes an end from a lull ({@link Fall}).
 *
 * "Works for me again" is a second, smaller argument: of those who press a button, which one do they press? That share
 * needs no guess of how many look or vote. A vote brings ln(over share / still share) nats, a report beyond the usual
 * takes ln((1 − still share) / (1 − over share)), so no votes say nothing, and reports that go on as before outweigh
 * the votes of those for whom it works already. Three bounds keep it honest, since voters are unknown: all votes together
 * bring less than a third of what an end takes; a few more reports undo them; and reports limit how many votes count, so
 * that a crowd wears itself out. Without fewer reports nothing ends, however many vote.
 */
export class Recovery {
  readonly state: RecoveryState;
  readonly #fall: Fall;

  constructor(state: RecoveryState) {
    this.state = state;
    this.#fall = new Fall(state.fall);
  }

  /** @param pace Smoothed rate of the stream that opens the problem. */
  begin(pace: number): void {
    const votesLeft = DETECTOR.votesPerReport * pace * DETECTOR.paceSteps;
    const begun = {
      evidence: 0,
      pace,
      peak: pace,
      votes: 0,
      votesLeft,
    } satisfies Omit<RecoveryState, 'fall'>;
    Object.assign(this.state, begun);
    this.#fall.begin(pace);
  }

  /**
   * Weighs a step.
   *
   * @param reports The stream's reports.
   * @param usual Usual reports of the stream in such a step.
   * @param ceiling Times the usual rate.
   * @param stillPeak Share of the fading peak that counts as "still going on".
   * @param recovered Visitors for whom it works again.
   * @returns True when it is over.
   */
  weigh(
    reports: number,
    usual: number,
    ceiling: number,
    stillPeak: number,
    recovered: number,
  ): boolean {
    const { state } = this;
    state.pace += (reports - state.pace) / DETECTOR.paceSteps;
    state.peak = Math.max(state.peak * PEAK_KEEP, state.pace);
    this.#weighVotes(reports * (1 - Math.min(1, usual / state.pace)), recovered);
    this.#fall.note(reports, usual, DETECTOR.stillCeiling * ceiling * usual);
    const { still, over, needed } = this.explain(usual, ceiling, stillPeak);
    state.evidence = Math.max(0, state.evidence + still - over - reports * Math.log(still / over));
    return this.#fall.allows(state.evidence, needed, this.#spared);
  }

  get #spared(): number {
    return (DETECTOR.voteFallSteps * this.state.votes) / DETECTOR.voteMost;
  }

  #weighVotes(failing: number, recovered: number): void {
    const { state } = this;
    state.votesLeft += DETECTOR.votesPerReport * failing;
    const working = Math.min(recovered, state.votesLeft);
    state.votesLeft -= working;
    const votes = state.votes + working * VOTE_GAIN - failing * REPORT_LOSS;
    state.votes = Math.min(DETECTOR.voteMost, Math.max(0, votes));
  }

  /** What the end still takes; parameters as those of {@link weigh}. */
  explain(usual: number, ceiling: number, stillPeak: number): RecoveryEvidence {
    const { evidence, peak, votes } = this.state;
    const still = Math.max(
      DETECTOR.stillCeiling * ceiling * usual,
      stillPeak * peak,
      DETECTOR.stillLeast,
    );
    const over = Math.max((1 + 0.5 * (ceiling - 1)) * usual, DETECTOR.overShare * still);
    const needed = DETECTOR.close + DETECTOR.closeSparse / (1 + 2 * peak) - votes;
    return { evidence, needed, still, over, fallLeft: this.#fall.stepsLeft(this.#spared) };
  }
}

import { DETECTOR } from './constants.js';

/** How far an open problem is from its end. */
export interface RecoveryState {
  /** The stream that opened the problem: a category's index, or -1 for all reports. */
  stream: number;
  /** Evidence that it is over, nats, 0 or more. */
  evidence: number;
  /** Smoothed rate of the stream and its fading peak, reports a step. */
  pace: number;
  peak: number;
}

export const newRecovery = (): RecoveryState => ({ stream: -1, evidence: 0, pace: 0, peak: 0 });

const PEAK_KEEP = 2 ** (-1 / DETECTOR.peakHalfSteps);

/** What the end of a problem still takes. */
export interface RecoveryEvidence {
  /** Nats. */
  readonly evidence: number;
  /** Nats at which it is over. */
  readonly needed: number;
  /** Reports a step that would mean "still" and "over". */
  readonly still: number;
  readonly over: number;
}

/**
 * Watches for the end of a problem: the mirror image of its beginning, a CUSUM of "over" against "still going on", on
 * the stream that opened it. People tire while a problem lasts, so "still" is measured against a peak that fades.
 */
export class Recovery {
  readonly state: RecoveryState;

  constructor(state: RecoveryState) {
    this.state = state;
  }

  /** @param pace Smoothed rate of the stream when the problem was opened. */
  begin(stream: number, pace: number): void {
    Object.assign(this.state, { stream, evidence: 0, pace, peak: pace } satisfies RecoveryState);
  }

  /**
   * Weighs a step.
   *
   * @param reports Of the stream.
   * @param usual Usual reports of the stream in such a step.
   * @param ceiling Times the usual rate.
   * @returns True when it is over.
   */
  weigh(reports: number, usual: number, ceiling: number): boolean {
    const { state } = this;
    state.pace += (reports - state.pace) / DETECTOR.paceSteps;
    state.peak = Math.max(state.peak * PEAK_KEEP, state.pace);
    const { still, over, needed } = this.explain(usual, ceiling);
    state.evidence = Math.max(0, state.evidence + still - over - reports * Math.log(still / over));
    return state.evidence > needed;
  }

  explain(usual: number, ceiling: number): RecoveryEvidence {
    const { evidence, peak } = this.state;
    const still = Math.max(
      DETECTOR.stillCeiling * ceiling * usual,
      DETECTOR.stillPeak * peak,
      DETECTOR.stillLeast,
    );
    const over = Math.max((1 + 0.5 * (ceiling - 1)) * usual, DETECTOR.overShare * still);
    const needed = DETECTOR.close + DETECTOR.closeSparse / (1 + 12 * peak);
    return { evidence, needed, still, over };
  }
}

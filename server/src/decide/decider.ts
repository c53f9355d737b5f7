import type { Status } from 'outage-status/feed';

/** What is known about one service at one moment. Counts are of counted reports: one visitor, one voice. */
export interface Evidence {
  /** Epoch milliseconds. */
  readonly nowMs: number;
  /** Length of the recent window in seconds. */
  readonly windowSeconds: number;
  /** Reports in the recent window, after {@link limitLargestOrigin}. */
  readonly recentCount: number;
  /** Reports usual for such a window at this hour of this weekday; 0 or more, fractions allowed. */
  readonly typicalCount: number;
  /** Reports in the recent window per category of the service, zeros included. */
  readonly categoryCounts: readonly number[];
}

/** A decision and what the decider wants to be told next time. */
export interface Decision {
  readonly status: Status;
  /** Opaque JSON text, at most 8 kB; empty at the start. */
  readonly memory: string;
}

/** Turns evidence into a community status. Pure: no clock, no randomness, no input or output. */
export interface Decider {
  /**
   * @param evidence Of now.
   * @param previous The last decision of the same service, `undefined` before the first.
   */
  decide(evidence: Evidence, previous: Decision | undefined): Decision;
}

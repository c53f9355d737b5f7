import { DAY_MS, HOUR_MS, SECOND_MS } from '../lib/clock.js';

/** Monday, 5 January 1970, 00:00 UTC: the origin of steps and hours of the week. */
const MONDAY_MS = 4 * DAY_MS;

/** Converts between moments and the detector's steps. */
export class Steps {
  readonly stepSeconds: number;
  readonly stepMs: number;
  readonly perHour: number;

  /** @param stepSeconds Length of a step, a divisor of 900. */
  constructor(stepSeconds: number) {
    this.stepSeconds = stepSeconds;
    this.stepMs = stepSeconds * SECOND_MS;
    this.perHour = HOUR_MS / this.stepMs;
  }

  /** The step that contains a moment. */
  at(atMs: number): number {
    return Math.floor((atMs - MONDAY_MS) / this.stepMs);
  }

  /** When a step begins, epoch milliseconds. */
  startMs(step: number): number {
    return MONDAY_MS + step * this.stepMs;
  }
}

/** Hours since a Monday 00:00 UTC, fractions included. */
export const hoursSinceMonday = (atMs: number): number => (atMs - MONDAY_MS) / HOUR_MS;

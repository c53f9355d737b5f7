import { Detector } from '../../../src/decide/detector/detector.js';
import type { Level } from '../../../src/decide/detector/severity.js';
import { newState } from '../../../src/decide/detector/state.js';
import { createRandom, drawPoisson } from '../../../src/demo/random.js';

export const START = { categories: 4, stepSeconds: 60, firstStep: 0 };
export const EVEN = [0.25, 0.25, 0.25, 0.25];
export const FOCUSED = [0.85, 0.05, 0.05, 0.05];
export const HOUR = 60;
export const DAY = 24 * HOUR;

export type RateAt = (step: number) => {
  readonly perHour: number;
  readonly mix: readonly number[];
};

export const steady =
  (perHour: number, mix = EVEN): RateAt =>
  () => ({ perHour, mix });

/** Lets a detector see random reports; returns the level after every step. */
export function play(
  detector: Detector,
  steps: number,
  rateAt: RateAt,
  seed = 'detector',
): Level[] {
  const random = createRandom(seed);
  return Array.from({ length: steps }, () => {
    const { perHour, mix } = rateAt(detector.state.nextStep);
    return detector.tick(mix.map((share) => drawPoisson((perHour * share) / HOUR, random)));
  });
}

/** A detector that has seen four ordinary weeks. */
export function trained(perHour: number): Detector {
  const detector = new Detector(newState(START));
  play(detector, 28 * DAY, steady(perHour), `weeks of ${perHour}`);
  return detector;
}

// The server's detector behind the benchmark's two contracts. Needs `--import tsx`.
import { Detector } from '../../server/src/decide/detector/detector.ts';
import { newState } from '../../server/src/decide/detector/state.ts';
import { Voices } from './voices.mjs';

/** 1970-01-05 was a Monday: the detector counts its minutes from there. */
const MONDAY_SECONDS = 4 * 86_400;
/** The benchmark knows no partial outage. */
const SCORED = [0, 1, 1, 2];

/** Turns a minute's voices per category into a status. */
export class Ours {
  #detector;
  #expected;

  /**
   * @param expected Reports an hour that the catalogue expects: the detector decides from the first minute, as on the
   * server. Without it, the detector learns for three hours in silence.
   */
  constructor(expected) {
    this.#expected = expected;
  }

  /** @param minute Since a Monday 00:00. */
  tick(minute, counts, recovered = 0) {
    this.#detector ??= new Detector(
      newState({
        categories: 4,
        stepSeconds: 60,
        firstStep: minute,
        guessPerHour: this.#expected,
      }),
      { speaksAtOnce: this.#expected !== undefined },
    );
    return SCORED[this.#detector.tick(counts, undefined, recovered)];
  }
}

/** The contract of the study's own runner, which calls `report` for every report in time order and `status` after every minute. */
export function create() {
  const detector = new Ours();
  const voices = new Voices();
  const counts = [0, 0, 0, 0];
  return {
    report(t, category, client) {
      if (voices.hear(t, client)) counts[category] += 1;
    },
    status(t) {
      const status = detector.tick(Math.round((t - MONDAY_SECONDS) / 60) - 1, counts);
      counts.fill(0);
      return status;
    },
  };
}

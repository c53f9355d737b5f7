import { DETECTOR } from './constants.js';
import type { Mix } from './mix.js';

/** The community status by number: operational, degraded performance, partial outage, major outage. */
export type Level = 0 | 1 | 2 | 3;

const LONG_STEPS = 20;
const SHORT_STEPS = 5;

/** Reports of the last steps. */
export interface SeverityState {
  /** Reports of each of the last 20 steps, a ring indexed by the step's number. */
  readonly last: number[];
}

export const newSeverity = (): SeverityState => ({
  last: Array.from({ length: LONG_STEPS }, () => 0),
});

/** Judges how bad an open problem is. */
export class Severity {
  readonly state: SeverityState;

  constructor(state: SeverityState) {
    this.state = state;
  }

  /** Notes a step's reports. Call it for every step. */
  note(step: number, reports: number): void {
    this.state.last[step % LONG_STEPS] = reports;
  }

  /**
   * The level of an open problem. Severe everywhere is a major outage, severe somewhere a partial one; the rest is
   * degraded performance. Talk after the news can be seven times the usual, too, so a major outage needs more where no
   * category stands out from the others.
   *
   * @param before The level so far; it drops only when clearly below its bound.
   */
  judge(step: number, mix: Mix, before: Level): Exclude<Level, 0> {
    const { usual } = mix;
    const long = this.#sum(step, LONG_STEPS) / bound(LONG_STEPS, usual);
    const short = this.#sum(step, SHORT_STEPS) / bound(SHORT_STEPS, usual);
    const { broad, leads, worst } = compareCategories(mix);
    const strength = Math.max(long, short);
    const major = leads ? 1 : DETECTOR.severeEven;
    if ((strength >= major && broad) || (before === 3 && long >= DETECTOR.keepShare)) return 3;
    if (strength >= 1 || worst >= 1) return 2;
    return before >= 2 && Math.max(long, worst) >= DETECTOR.keepShare ? 2 : 1;
  }

  #sum(step: number, steps: number): number {
    let sum = 0;
    for (let back = 0; back < steps; back += 1) {
      sum += this.state.last[(step - back + LONG_STEPS) % LONG_STEPS] ?? 0;
    }
    return sum;
  }
}

const bound = (steps: number, usual: number): number =>
  Math.max(DETECTOR.severePeople, DETECTOR.severe * steps * usual);

/**
 * Whether half of the categories that are used are hit, whether one stands out from the others, and how near the worst
 * is to severe.
 */
function compareCategories(mix: Mix): {
  readonly broad: boolean;
  readonly leads: boolean;
  readonly worst: number;
} {
  let used = 0;
  let hit = 0;
  let leads = false;
  let worst = 0;
  for (let category = 0; category < mix.state.recent.length; category += 1) {
    const { reports, expected } = mix.recentOf(category);
    const isHit = reports >= Math.max(DETECTOR.hitPeople, DETECTOR.hit * expected);
    if (isHit) hit += 1;
    if (isHit || mix.share(category) >= DETECTOR.usedShare) used += 1;
    const needed = Math.max(DETECTOR.severeCategoryPeople, DETECTOR.severe * expected);
    worst = Math.max(worst, reports / needed);
    const { times, others } = mix.compare(category);
    leads ||= times >= DETECTOR.talkMargin * others && !mix.isOnlyOne(category);
  }
  return { broad: hit >= used / 2, leads, worst };
}

import { DETECTOR } from './constants.js';
import type { Onset } from './onset.js';

/** The community status by number: operational, degraded performance, partial outage, major outage. */
export type Level = 0 | 1 | 2 | 3;

const LONG_STEPS = 20;
const SHORT_STEPS = 5;

/** Reports of the last steps. */
export interface SeverityState {
  /** Reports of each of the last 20 steps, a ring; the step's number tells the place. */
  readonly last: number[];
}

export const newSeverity = (): SeverityState => ({
  last: Array.from({ length: LONG_STEPS }, () => 0),
});

/** Tells how bad an open problem is. */
export class Severity {
  readonly state: SeverityState;

  constructor(state: SeverityState) {
    this.state = state;
  }

  /** Notes a step's reports; always. */
  note(step: number, reports: number): void {
    this.state.last[step % LONG_STEPS] = reports;
  }

  /**
   * The level of an open problem. Severe everywhere is a major outage, severe somewhere a partial one; the rest is
   * degraded performance. Talk after the news can be seven times the usual, too: where no category stands out from the
   * others, more is asked for.
   *
   * @param before The level so far; given up only when clearly below its bound.
   */
  judge(step: number, onset: Onset, before: Level): Exclude<Level, 0> {
    const { usual } = onset;
    const long = this.#sum(step, LONG_STEPS) / bound(LONG_STEPS, usual);
    const short = this.#sum(step, SHORT_STEPS) / bound(SHORT_STEPS, usual);
    const { broad, leads, worst } = compareCategories(onset);
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

/** How many times the expected reports there are; few say nothing. */
const timesExpected = (reports: number, expected: number): number =>
  (reports + DETECTOR.talkReports) / (expected + DETECTOR.talkReports);

/** Whether half of the categories are hit, whether one stands out from the others, and how near the worst is to severe. */
function compareCategories(onset: Onset): {
  readonly broad: boolean;
  readonly leads: boolean;
  readonly worst: number;
} {
  const categories = onset.state.recent.length;
  const all = onset.recent;
  let hit = 0;
  let leads = false;
  let worst = 0;
  for (let category = 0; category < categories; category += 1) {
    const { reports, expected } = onset.recentOf(category);
    if (reports >= Math.max(DETECTOR.hitPeople, DETECTOR.hit * expected)) hit += 1;
    const needed = Math.max(DETECTOR.severeCategoryPeople, DETECTOR.severe * expected);
    worst = Math.max(worst, reports / needed);
    const others = timesExpected(all.reports - reports, all.expected - expected);
    leads ||= timesExpected(reports, expected) >= DETECTOR.talkMargin * others;
  }
  return { broad: hit >= categories / 2, leads, worst };
}

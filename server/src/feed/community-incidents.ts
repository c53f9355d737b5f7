import type { Incident, Status } from 'outage-status/feed';
import { isProblem, worseStatus } from 'outage-status/model';
import { toTimestamp } from '../lib/clock.js';
import type { StatusChange } from '../decide/decision-store.js';
import type { DatedIncident } from './history-store.js';

const WORDS: Partial<Record<Status, { title: string; impact: Incident['impact'] }>> = {
  degraded_performance: { title: 'Users reported problems', impact: 'minor' },
  partial_outage: { title: 'Users reported a partial outage', impact: 'major' },
  major_outage: { title: 'Users reported a major outage', impact: 'critical' },
};

/** Whether a change is worth reporting; a first decision that finds calm is not. */
export const isNews = ({ from, to }: Pick<StatusChange, 'from' | 'to'>): boolean =>
  from !== 'unknown' || to !== 'operational';

interface ProblemPeriod {
  readonly startedAtMs: number;
  readonly endedAtMs: number | undefined;
  readonly worst: Status;
}

/** Joins changes into periods in which the status was a problem throughout. */
const findProblemPeriods = (oldestFirst: readonly StatusChange[]): ProblemPeriod[] => {
  const periods: ProblemPeriod[] = [];
  let open: ProblemPeriod | undefined;
  for (const { to, atMs } of oldestFirst) {
    if (isProblem(to)) {
      open = {
        startedAtMs: open?.startedAtMs ?? atMs,
        endedAtMs: undefined,
        worst: open ? worseStatus(open.worst, to) : to,
      };
    } else if (open) {
      periods.push({ ...open, endedAtMs: atMs });
      open = undefined;
    }
  }
  return open ? [...periods, open] : periods;
};

/**
 * When the users' open problem began; `undefined` if there is none.
 *
 * @param changes Newest first, as the store gives them. A problem that began before the oldest began at that one.
 */
export const findProblemStartMs = (changes: readonly StatusChange[]): number | undefined => {
  const last = findProblemPeriods(changes.toReversed()).at(-1);
  return last?.endedAtMs === undefined ? last?.startedAtMs : undefined;
};

/**
 * Turns changes of the community status into incidents: one per problem period, titled by its worst status.
 *
 * @param changes Newest first, as the store gives them.
 * @returns Newest first. A period whose beginning lies before the oldest change given begins at that change.
 */
export function listCommunityIncidents(changes: readonly StatusChange[]): DatedIncident[] {
  return findProblemPeriods(changes.toReversed())
    .toReversed()
    .map(({ startedAtMs, endedAtMs, worst }) => ({
      id: `reports-${startedAtMs}`,
      title: WORDS[worst]?.title ?? 'Users reported problems',
      impact: WORDS[worst]?.impact ?? 'minor',
      status: endedAtMs === undefined ? 'investigating' : 'resolved',
      startedAt: toTimestamp(startedAtMs),
      endedAt: endedAtMs === undefined ? null : toTimestamp(endedAtMs),
      source: 'community',
    }));
}

import type { Incident, Status } from '../feed/index.js';

/** Worse is greater. Maintenance is planned, so any unplanned problem outranks it; unknown says nothing, so anything does. */
export const RANK: Readonly<Record<Status, number>> = {
  unknown: 0,
  operational: 1,
  under_maintenance: 2,
  degraded_performance: 3,
  partial_outage: 4,
  major_outage: 5,
};

/** True for the three statuses that mean something fails now. Maintenance and unknown are none of them. */
export const isProblem = (status: Status): boolean => RANK[status] > RANK.under_maintenance;

/**
 * How bad an incident is, as a status. One without impact takes nothing from `operational`. The page's indicator in the
 * Statuspage format uses the same words.
 */
export const STATUS_OF_IMPACT: Readonly<Record<Incident['impact'], Status>> = {
  none: 'operational',
  minor: 'degraded_performance',
  major: 'partial_outage',
  critical: 'major_outage',
  maintenance: 'under_maintenance',
};

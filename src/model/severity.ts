import type { Incident, Status } from '../feed/index.js';

/** Worse is greater. Every problem outranks maintenance, which is planned; everything outranks `unknown`. */
export const RANK: Readonly<Record<Status, number>> = {
  unknown: 0,
  operational: 1,
  under_maintenance: 2,
  degraded_performance: 3,
  partial_outage: 4,
  major_outage: 5,
};

/** True for degraded performance, partial and major outage; false for maintenance and `unknown`. */
export const isProblem = (status: Status): boolean => RANK[status] > RANK.under_maintenance;

/** The status that corresponds to an incident's impact. Statuspage's page indicator uses the same words. */
export const STATUS_OF_IMPACT: Readonly<Record<Incident['impact'], Status>> = {
  none: 'operational',
  minor: 'degraded_performance',
  major: 'partial_outage',
  critical: 'major_outage',
  maintenance: 'under_maintenance',
};

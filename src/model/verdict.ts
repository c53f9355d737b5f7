import type { Status, Verdict } from '../feed/index.js';

// Worse is greater. Maintenance is planned, so any unplanned problem outranks it; unknown says nothing, so anything does.
const RANK: Record<Status, number> = {
  unknown: 0,
  operational: 1,
  under_maintenance: 2,
  degraded_performance: 3,
  partial_outage: 4,
  major_outage: 5,
};

/** True for the three statuses that mean something fails now. Maintenance and unknown are none of them. */
export const isProblem = (status: Status): boolean => RANK[status] > RANK.under_maintenance;

/** The worse of two statuses; maintenance never outranks a problem, `unknown` never outranks anything. */
export const worseStatus = (left: Status, right: Status): Status =>
  RANK[right] > RANK[left] ? right : left;

/**
 * Relates the two voices, which are never blended into one number.
 *
 * @param community What reports say; `unknown` when nobody counts them.
 * @param official What the vendor's page says; `unknown` when there is none or it could not be read.
 */
export function relateVoices(community: Status, official: Status): Verdict {
  if (community === 'unknown' && official === 'unknown') return 'unknown';
  if (isProblem(community)) return isProblem(official) ? 'confirmed' : 'community_only';
  return isProblem(official) ? 'official_only' : 'all_clear';
}

import type { Incident } from 'outage-status/feed';
import { compareStarts } from 'outage-status/model';

/** Most incidents that a feed carries. */
export const MAX_INCIDENTS = 10;

const newestFirst = (left: Incident, right: Incident): number => compareStarts(right, left);

/**
 * Selects the incidents for a feed; if there are too many, open ones come before closed ones.
 *
 * @param incidents In any order, from any source.
 * @returns At most {@link MAX_INCIDENTS}, newest first.
 */
export function selectIncidents(incidents: readonly Incident[]): Incident[] {
  const open = incidents.filter(({ endedAt }) => endedAt === null).toSorted(newestFirst);
  const closed = incidents.filter(({ endedAt }) => endedAt !== null).toSorted(newestFirst);
  return [...open, ...closed].slice(0, MAX_INCIDENTS).toSorted(newestFirst);
}

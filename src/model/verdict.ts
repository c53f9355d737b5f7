import type { Status, Verdict } from '../feed/index.js';
import { isProblem, RANK } from './severity.js';

/** The worse of two statuses; maintenance never outranks a problem, `unknown` never outranks anything. */
export const worseStatus = (left: Status, right: Status): Status =>
  RANK[right] > RANK[left] ? right : left;

/**
 * The status that a badge shows: the worse of users and vendor, and of what a check alone may say.
 *
 * @param probe `major_outage` where the service itself does not answer, else `unknown`. Announced maintenance explains it.
 */
export const weighVoices = (community: Status, official: Status, probe: Status): Status =>
  worseStatus(
    worseStatus(community, official),
    official === 'under_maintenance' ? 'unknown' : probe,
  );

/**
 * Compares the two voices. They are never mixed into one number.
 *
 * @param community Status from reports; `unknown` when reports are not counted.
 * @param official Status on the vendor's page; `unknown` when there is no page or it could not be read.
 */
export function relateVoices(community: Status, official: Status): Verdict {
  if (community === 'unknown' && official === 'unknown') return 'unknown';
  if (isProblem(community)) return isProblem(official) ? 'confirmed' : 'community_only';
  return isProblem(official) ? 'official_only' : 'all_clear';
}

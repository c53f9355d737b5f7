import type { Status, Verdict } from '../feed/index.js';
import { isProblem, RANK } from './severity.js';

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

import type { Status } from 'outage-status/feed';
import { isProblem, worseStatus } from 'outage-status/model';
import type { Wants } from '../render/notify-message.js';

/** Whether somebody is to be told, and what they know of afterwards. */
export interface News {
  readonly kind: 'outage' | 'recovery' | 'nothing';
  readonly wanted: boolean;
  readonly knownStatus: Status;
}

/**
 * Compares a status with what a recipient knows of. An outage is a problem that is worse than the known one; a recovery is the end
 * of a known problem. What gets a little better, or is back where it was, is nothing.
 */
export function judgeNews(known: Status, now: Status, wants: Wants): News {
  const kind = isProblem(now)
    ? !isProblem(known) || (now !== known && worseStatus(known, now) === now)
      ? 'outage'
      : 'nothing'
    : isProblem(known)
      ? 'recovery'
      : 'nothing';
  return {
    kind,
    wanted: kind !== 'nothing' && (wants === 'both' || wants === kind),
    knownStatus: kind === 'nothing' && isProblem(known) ? known : now,
  };
}

import type { Status } from 'outage-status/feed';
import { isProblem, worseStatus } from 'outage-status/model';
import type { Wants } from '../render/notify-message.js';

/** What a status means to one subscriber: kind of news, whether they want it, and the status to record as known. */
export interface News {
  readonly kind: 'outage' | 'recovery' | 'nothing';
  readonly wanted: boolean;
  readonly knownStatus: Status;
}

/**
 * Compares a status with the one that a subscriber knows. An outage is a problem worse than the known status; a recovery is
 * the end of a known problem. A slight improvement, or a return to the known status, is nothing.
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

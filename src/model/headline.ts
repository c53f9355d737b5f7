import type { Feed, Status } from '../feed/index.js';
import { isProblem } from './severity.js';

/** Which sentence sums a feed up; the words are in the messages. */
export type HeadlineKind =
  | 'allClear'
  | 'recovering'
  | 'maintenance'
  | 'communityAlone'
  | 'communityOnly'
  | 'officialOnly'
  | 'officialAlone'
  | 'confirmed'
  | 'unknown'
  | 'stale';

/** The sentence and the status it speaks of. */
export interface Headline {
  readonly kind: HeadlineKind;
  /** For `stale` the last known status, for one-voiced sentences that voice's status, else the feed's. */
  readonly status: Status;
}

// Below this many reports, "falling" would dramatise the tail of nothing.
const RECOVERING_MINIMUM = 10;

const isRecovering = ({ community }: Feed): boolean =>
  !!community &&
  community.reportCount >= RECOVERING_MINIMUM &&
  community.reportCount > 3 * community.typicalCount;

/**
 * Chooses the sentence for a feed.
 *
 * @param feed The feed.
 * @param stale Whether its own age limit has passed; then nothing in it is told as current.
 */
export function chooseHeadline(feed: Feed, stale: boolean): Headline {
  const { status, verdict, community, official } = feed;
  if (stale) return { kind: 'stale', status };
  if (status === 'unknown' || verdict === 'unknown') return { kind: 'unknown', status };
  if (verdict === 'confirmed' || verdict === 'community_only') {
    return {
      kind:
        verdict === 'confirmed'
          ? verdict
          : // A page under maintenance neither confirms nor denies.
            official?.status === 'operational'
            ? 'communityOnly'
            : 'communityAlone',
      status: community?.status ?? status,
    };
  }
  if (verdict === 'official_only') {
    return {
      kind: community ? 'officialOnly' : 'officialAlone',
      status: official?.status ?? status,
    };
  }
  if (status === 'under_maintenance') return { kind: 'maintenance', status };
  // A document may contradict itself; a problem status is never told as all clear.
  if (isProblem(status)) return { kind: 'communityAlone', status };
  return { kind: isRecovering(feed) ? 'recovering' : 'allClear', status };
}

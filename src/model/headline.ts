import type { Community, Feed, Official, Reachability, Status } from '../feed/index.js';
import { isProblem } from './severity.js';

/** Which sentence summarises a feed; the messages of each language hold its text. */
export type HeadlineKind =
  | 'allClear'
  | 'recovering'
  | 'maintenance'
  | 'communityAlone'
  | 'communityOnly'
  | 'officialOnly'
  | 'officialAlone'
  | 'probeAlone'
  | 'confirmed'
  | 'unknown'
  | 'stale';

/** The sentence and the status it mentions. */
export interface Headline {
  readonly kind: HeadlineKind;
  /** `stale`: the last known status. A sentence about one voice: that voice's status. Otherwise the feed's status. */
  readonly status: Status;
}

// With fewer reports than this, "reports are falling" would make too much of a few.
const RECOVERING_MINIMUM = 10;

/** What the head of a card says of a feed. */
export interface HeadFeed extends Pick<
  Feed,
  'generatedAt' | 'maxAgeSeconds' | 'status' | 'since' | 'verdict'
> {
  readonly service: Pick<Feed['service'], 'name'>;
  readonly community: Pick<Community, 'status' | 'reportCount' | 'typicalCount'> | null;
  readonly official: Pick<Official, 'status'> | null;
  readonly reachability?: Pick<Reachability, 'status'> | undefined;
}

const isRecovering = ({ community }: HeadFeed): boolean =>
  !!community &&
  community.reportCount >= RECOVERING_MINIMUM &&
  community.reportCount > 3 * community.typicalCount;

/**
 * Chooses the sentence that summarises a feed.
 *
 * @param stale Whether the feed is past its own age limit; the sentence then presents nothing as current.
 */
export function chooseHeadline(feed: HeadFeed, stale: boolean): Headline {
  const { status, verdict, community, official } = feed;
  if (stale) return { kind: 'stale', status };
  const isUnsaid = verdict === 'unknown' || verdict === 'all_clear';
  if (isUnsaid && isProblem(status) && feed.reachability?.status === 'unreachable') {
    return { kind: 'probeAlone', status };
  }
  if (status === 'unknown' || verdict === 'unknown') return { kind: 'unknown', status };
  if (verdict === 'confirmed' || verdict === 'community_only') {
    return {
      kind:
        verdict === 'confirmed'
          ? verdict
          : // Only a page that says "operational" contradicts the users.
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
  // A feed may contradict itself; never call a problem status "all clear".
  if (isProblem(status)) return { kind: 'communityAlone', status };
  return { kind: isRecovering(feed) ? 'recovering' : 'allClear', status };
}

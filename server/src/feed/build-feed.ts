import type { Community, Feed, Incident, Official, Reachability, Status } from 'outage-status/feed';
import { isProblem, relateVoices, weighVoices } from 'outage-status/model';
import type { CatalogService } from '../catalog/load-catalog.js';
import { toTimestamp } from '../lib/clock.js';
import { communityStatus, type ServiceState } from '../states/service-states.js';
import type { StatusChange } from '../decide/decision-store.js';
import { isNews, listCommunityIncidents } from './community-incidents.js';
import { listArchive } from './list-archive.js';
import { selectIncidents } from './select-incidents.js';

/** A feed older than this must not be shown as current. */
export const MAX_AGE_SECONDS = 300;

/** How a service takes reports: not now, with a proof of work, or without one. */
export type ReportTaking = 'paused' | 'proven' | 'open';

/** The input of a feed. */
export interface FeedParts {
  readonly nowMs: number;
  readonly service: CatalogService;
  readonly state: ServiceState;
  readonly reports: ReportTaking;
  /** The vendor's status, already freshened; `null` if none is known. */
  readonly official: Official | null;
  /** What the server's own checks say; `undefined` without any. */
  readonly reachability: Reachability | undefined;
  /** The status that these checks alone give the service; `unknown` for none. */
  readonly probeStatus: Status;
  /** Incidents from the vendor's page and from imports, in any order. */
  readonly storedIncidents: readonly Incident[];
  /** Newest first. */
  readonly changes: readonly StatusChange[];
  /** Counted reports per category in the window; categories without reports may be missing. */
  readonly categoryCounts: ReadonlyMap<string, number>;
  /** Votes in the window that the open problem is over for the voter. */
  readonly recoveredCount: number;
  /** Usual number of reports in a window of this length. */
  readonly typicalCount: number;
  readonly windowSeconds: number;
  readonly series: {
    readonly startAtMs: number;
    readonly stepSeconds: number;
    readonly counts: readonly number[];
    readonly typical: readonly number[];
  };
  readonly related: Feed['related'];
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

const buildCommunity = (parts: FeedParts): Community => {
  const { categoryCounts, series, recoveredCount } = parts;
  const status = communityStatus(parts.state);
  const reportCount = [...categoryCounts.values()].reduce((sum, count) => sum + count, 0);
  return {
    status,
    reportCount,
    ...(isProblem(status) && recoveredCount > 0 ? { recoveredCount } : {}),
    typicalCount: round(parts.typicalCount, 1),
    windowSeconds: parts.windowSeconds,
    // The default is left out of the feed.
    ...(parts.reports === 'proven' ? {} : { reports: parts.reports }),
    series: {
      startAt: toTimestamp(series.startAtMs),
      stepSeconds: series.stepSeconds,
      counts: [...series.counts],
      typical: series.typical.map((value) => round(value, 2)),
    },
    categories: parts.service.categories.map(({ id, label, description }) => {
      const count = categoryCounts.get(id) ?? 0;
      return {
        id,
        label,
        description,
        reportCount: count,
        share: reportCount === 0 ? 0 : round(count / reportCount, 4),
      };
    }),
  };
};

/** When the shown status began, according to the voice that has it; the earlier beginning if both do; `null` if unknown. */
const findSince = (parts: FeedParts, status: Feed['status']): string | null => {
  const { state, official, changes, reachability } = parts;
  const beginnings: number[] = [];
  // Without any news, the first decision only shows when the server first decided.
  if (communityStatus(state) === status && state.decision && changes.some(isNews)) {
    beginnings.push(state.decision.sinceMs);
  }
  if (official?.status === status) {
    const open = official.incidents.filter(({ endedAt }) => endedAt === null);
    beginnings.push(
      ...open.flatMap(({ startedAt }) => (startedAt === null ? [] : [Date.parse(startedAt)])),
    );
  }
  if (parts.probeStatus === status && reachability?.since) {
    beginnings.push(Date.parse(reachability.since));
  }
  return beginnings.length === 0 ? null : toTimestamp(Math.min(...beginnings));
};

/**
 * Builds one service's feed. Pure.
 *
 * @returns A feed that {@link parseFeed} accepts.
 */
export function buildFeed(parts: FeedParts): Feed {
  const { service, official } = parts;
  const community = buildCommunity(parts);
  const officialStatus = official?.status ?? 'unknown';
  const status = weighVoices(community.status, officialStatus, parts.probeStatus);
  const officialOpen = official?.incidents.filter(({ endedAt }) => endedAt === null) ?? [];
  return {
    version: 1,
    generatedAt: toTimestamp(parts.nowMs),
    maxAgeSeconds: MAX_AGE_SECONDS,
    service: {
      id: service.id,
      name: service.name,
      kind: service.kind,
      url: service.url,
    },
    status,
    since: findSince(parts, status),
    verdict: relateVoices(community.status, officialStatus),
    community,
    official,
    ...(parts.reachability && { reachability: parts.reachability }),
    incidents: selectIncidents([
      ...listCommunityIncidents(parts.changes),
      ...officialOpen,
      // The page's present list is newer than the stored incidents.
      ...parts.storedIncidents.filter(
        ({ id, source }) => source !== 'official' || !officialOpen.some((open) => open.id === id),
      ),
      ...listArchive(service),
    ]),
    ...(service.guide ? { guide: service.guide } : {}),
    related: parts.related,
  };
}

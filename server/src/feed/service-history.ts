import { compareStarts, detectionLeadSeconds } from 'outage-status/model';
import { DAY_MS, floorTo, toTimestamp } from '../lib/clock.js';
import type { StatusChange } from '../decide/decision-store.js';
import type { DatedIncident, HistoryStore } from './history-store.js';
import { isNews, listCommunityIncidents } from './community-incidents.js';

const MAX_CHANGES = 500;
const MAX_INCIDENTS = 200;

/** An incident, with how much earlier users noticed it than the vendor's page. */
type PastIncident = DatedIncident & {
  /** Negative if the vendor was first; missing if the two cannot be compared. */
  readonly leadSeconds?: number;
};

/** A service's last days. */
export interface ServiceHistory {
  /** In UTC, oldest first, today last. */
  readonly days: readonly { readonly date: string; readonly reportCount: number }[];
  /** From reports, the vendor's page and imports, newest first. */
  readonly incidents: readonly PastIncident[];
  /** Changes of the community status, newest first. */
  readonly changes: readonly Pick<StatusChange, 'from' | 'to' | 'atMs'>[];
}

/**
 * Reads the history of a service.
 *
 * @param dayCount Number of days, including today.
 * @param nowMs Epoch milliseconds.
 * @throws {StoreError} When the store does not answer.
 */
export async function readHistory(
  history: Pick<HistoryStore, 'countByHour' | 'readChanges' | 'readIncidents'>,
  serviceId: string,
  dayCount: number,
  nowMs: number,
): Promise<ServiceHistory> {
  const endMs = floorTo(nowMs, DAY_MS) + DAY_MS;
  const startMs = endMs - dayCount * DAY_MS;
  const [hours, changes, stored] = await Promise.all([
    history.countByHour(serviceId, startMs, endMs),
    history.readChanges(serviceId, MAX_CHANGES),
    history.readIncidents(serviceId, startMs, MAX_INCIDENTS),
  ]);
  const counts = Array.from({ length: dayCount }, () => 0);
  for (const { atMs, count } of hours) {
    const day = Math.floor((atMs - startMs) / DAY_MS);
    counts[day] = (counts[day] ?? 0) + count;
  }
  const incidents = [
    ...listCommunityIncidents(changes).filter(
      ({ endedAt }) => endedAt === null || Date.parse(endedAt) > startMs,
    ),
    ...stored,
  ].toSorted((left, right) => compareStarts(right, left));
  return {
    days: counts.map((reportCount, day) => ({
      date: toTimestamp(startMs + day * DAY_MS).slice(0, 10),
      reportCount,
    })),
    incidents: incidents.map((incident) => {
      const leadSeconds = detectionLeadSeconds(incident, incidents);
      return leadSeconds === undefined ? incident : { ...incident, leadSeconds };
    }),
    changes: changes.filter((change) => change.atMs >= startMs && isNews(change)),
  };
}

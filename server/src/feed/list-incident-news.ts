import type { Feed } from 'outage-status/feed';
import { isDated, type IncidentNews } from './history-store.js';

/**
 * Lists the news about a vendor's incidents: those in the store, and those of incidents that the feed has and the store
 * has no news about, which are imported ones and those of a reading that is being stored.
 *
 * @param stored Newest first.
 */
export function listIncidentNews(
  stored: readonly IncidentNews[],
  { incidents, official, generatedAt }: Pick<Feed, 'incidents' | 'official' | 'generatedAt'>,
): IncidentNews[] {
  const known = new Set(stored.map(({ incident }) => incident.id));
  const others = incidents
    .filter(({ id, source }) => source === 'official' && !known.has(id))
    .filter(isDated);
  const checkedAtMs = Date.parse(official?.checkedAt ?? generatedAt);
  return [
    ...stored,
    ...others.map((incident) =>
      incident.endedAt === null
        ? { incident, turn: 1, seenAtMs: checkedAtMs }
        : { incident, turn: 2, seenAtMs: Date.parse(incident.endedAt) },
    ),
  ];
}

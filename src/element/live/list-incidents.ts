import type { Incident } from '../../feed/index.js';
import type { LiveView } from '../live-host.js';

/** Incidents of the feed and of the vendor's page, each once, newest first. */
export function listIncidents({
  feed,
  withOfficial,
}: Pick<LiveView, 'feed' | 'withOfficial'>): Incident[] {
  const official = withOfficial ? (feed.official?.incidents ?? []) : [];
  const byId = new Map([...official, ...feed.incidents].map((incident) => [incident.id, incident]));
  return [...byId.values()].toSorted(
    (left, right) => Date.parse(right.startedAt) - Date.parse(left.startedAt),
  );
}

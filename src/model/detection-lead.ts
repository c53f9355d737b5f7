import type { Incident } from '../feed/index.js';

/** Incidents that began further apart than this belong to different events. */
const SAME_EVENT_MS = 6 * 3_600_000;

/**
 * Computes how much earlier users reported an incident than the vendor's page did.
 *
 * @param incident An incident with source `community`; others have no lead.
 * @param others All known incidents, in any order.
 * @returns Seconds from the start of this incident to the earliest matching incident of the vendor: one that began
 *   within six hours of this start, not after this end, and had not ended before this start. Negative if the vendor was
 *   first, `undefined` without a match.
 */
export function detectionLeadSeconds(
  incident: Incident,
  others: readonly Incident[],
): number | undefined {
  if (incident.source !== 'community' || incident.startedAt === null) return undefined;
  const startedAtMs = Date.parse(incident.startedAt);
  const endedAtMs = incident.endedAt === null ? Infinity : Date.parse(incident.endedAt);
  const leads = others
    .filter(({ source, impact }) => source === 'official' && impact !== 'maintenance')
    .filter(({ endedAt }) => endedAt === null || Date.parse(endedAt) > startedAtMs)
    .flatMap((other) => (other.startedAt === null ? [] : [Date.parse(other.startedAt)]))
    .filter((atMs) => Math.abs(atMs - startedAtMs) <= SAME_EVENT_MS && atMs <= endedAtMs)
    .map((atMs) => Math.round((atMs - startedAtMs) / 1000));
  return leads.length > 0 ? Math.min(...leads) : undefined;
}

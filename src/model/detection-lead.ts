import type { Incident } from '../feed/index.js';

/** Two incidents further apart than this are not taken for one event. */
const SAME_EVENT_MS = 6 * 3_600_000;

/**
 * How much earlier users noticed an incident than the vendor's page told of it.
 *
 * @param incident An incident with source `community`; anything else has no lead.
 * @param others All known incidents, in any order.
 * @returns Seconds until the first of the vendor's incidents about the same event: one that began within six hours of
 *   this one's beginning, and not after its end. Negative when the vendor was first; `undefined` when it never told.
 */
export function detectionLeadSeconds(
  incident: Incident,
  others: readonly Incident[],
): number | undefined {
  if (incident.source !== 'community') return undefined;
  const startedAtMs = Date.parse(incident.startedAt);
  const endedAtMs = incident.endedAt === null ? Infinity : Date.parse(incident.endedAt);
  const leads = others
    .filter(({ source, impact }) => source === 'official' && impact !== 'maintenance')
    .filter(({ endedAt }) => endedAt === null || Date.parse(endedAt) > startedAtMs)
    .map((other) => Date.parse(other.startedAt))
    .filter((atMs) => Math.abs(atMs - startedAtMs) <= SAME_EVENT_MS && atMs <= endedAtMs)
    .map((atMs) => Math.round((atMs - startedAtMs) / 1000));
  return leads.length > 0 ? Math.min(...leads) : undefined;
}

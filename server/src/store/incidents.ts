import type { Incident } from 'outage-status/feed';
import type { StoredIncident } from '../feed/history-store.js';
import { toTimestamp } from '../lib/clock.js';
import type { IncidentRow, TablesTransaction } from './tables.js';

const toRow = ({ serviceId, ...incident }: StoredIncident): IncidentRow => ({
  service_id: serviceId,
  source: incident.source,
  incident_id: incident.id,
  title: incident.title,
  status: incident.status,
  impact: incident.impact,
  started_at_ms: Date.parse(incident.startedAt),
  ended_at_ms: incident.endedAt === null ? null : Date.parse(incident.endedAt),
  url: incident.url ?? null,
});

/** Converts a row to an incident. */
export const toIncident = (row: IncidentRow): Incident => ({
  id: row.incident_id,
  title: row.title,
  status: row.status,
  impact: row.impact,
  startedAt: toTimestamp(row.started_at_ms),
  endedAt: row.ended_at_ms === null ? null : toTimestamp(row.ended_at_ms),
  source: row.source,
  ...(row.url !== null && { url: row.url }),
});

/** The effect of writing an incident. */
export type Written = 'added' | 'changed' | 'unchanged';

/**
 * Writes one incident, replacing one with the same service, source and id, within the caller's transaction.
 *
 * @param keepBeginning Keeps the earliest start ever listed, because a page without dates shows a new one at every poll.
 */
export async function writeIncident(
  transaction: TablesTransaction,
  incident: StoredIncident,
  keepBeginning = false,
): Promise<Written> {
  const row = toRow(incident);
  const before = await transaction
    .selectFrom('incidents')
    .selectAll()
    .where('service_id', '=', row.service_id)
    .where('source', '=', row.source)
    .where('incident_id', '=', row.incident_id)
    .executeTakeFirst();
  if (before && keepBeginning)
    row.started_at_ms = Math.min(row.started_at_ms, before.started_at_ms);
  if (before && JSON.stringify(toIncident(before)) === JSON.stringify(toIncident(row))) {
    return 'unchanged';
  }
  const { service_id: _service, source: _source, incident_id: _id, ...values } = row;
  await transaction
    .insertInto('incidents')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['service_id', 'source', 'incident_id']).doUpdateSet(values),
    )
    .execute();
  return before ? 'changed' : 'added';
}

import type { DatedIncident, StoredIncident } from '../feed/history-store.js';
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
export const toIncident = (row: IncidentRow): DatedIncident => ({
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
export type Effect = 'added' | 'changed' | 'unchanged';

/**
 * Writes one incident, replacing one with the same service, source and id, within the caller's transaction.
 *
 * @param keepsStart Whether the start of the incident that is replaced counts if it is the earlier one, because a page that
 *   gives only the time of its newest update shows a later one at every update.
 * @returns The incident as it is stored, and what writing it changed.
 */
export async function writeIncident(
  transaction: TablesTransaction,
  incident: StoredIncident,
  keepsStart: (before: IncidentRow) => boolean = () => false,
): Promise<{ effect: Effect; incident: DatedIncident }> {
  const row = toRow(incident);
  const before = await transaction
    .selectFrom('incidents')
    .selectAll()
    .where('service_id', '=', row.service_id)
    .where('source', '=', row.source)
    .where('incident_id', '=', row.incident_id)
    .executeTakeFirst();
  if (before && keepsStart(before))
    row.started_at_ms = Math.min(row.started_at_ms, before.started_at_ms);
  const written = toIncident(row);
  if (before && JSON.stringify(toIncident(before)) === JSON.stringify(written)) {
    return { effect: 'unchanged', incident: written };
  }
  const { service_id: _service, source: _source, incident_id: _id, ...values } = row;
  await transaction
    .insertInto('incidents')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['service_id', 'source', 'incident_id']).doUpdateSet(values),
    )
    .execute();
  return { effect: before ? 'changed' : 'added', incident: written };
}

import type { Incident } from 'outage-status/feed';
import { toTimestamp } from '../lib/clock.js';
import type { StoredIncident } from './store.js';
import type { Database, IncidentRow, TablesTransaction } from './tables.js';

/** As many incidents as a page's reading carries: one that is as long may have left open ones out. */
const FULL_LIST = 20;

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

const toIncident = (row: IncidentRow): Incident => ({
  id: row.incident_id,
  title: row.title,
  status: row.status,
  impact: row.impact,
  startedAt: toTimestamp(row.started_at_ms),
  endedAt: row.ended_at_ms === null ? null : toTimestamp(row.ended_at_ms),
  source: row.source,
  ...(row.url !== null && { url: row.url }),
});

/** What writing an incident did. */
type Written = 'added' | 'changed' | 'unchanged';

/** @param keepBeginning Whether the earliest beginning that was ever told stays: a page without dates has a new one at every look. */
async function writeIncident(
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

/** See `Store.recordVendorIncidents`; within the caller's transaction. */
export async function recordVendorIncidents(
  transaction: TablesTransaction,
  serviceId: string,
  listed: readonly Incident[],
  seenAtMs: number,
): Promise<void> {
  for (const incident of listed) {
    await writeIncident(transaction, { ...incident, serviceId }, true);
  }
  if (listed.length >= FULL_LIST) return;
  const ids = new Set(listed.map(({ id }) => id));
  const open = await transaction
    .selectFrom('incidents')
    .selectAll()
    .where('service_id', '=', serviceId)
    .where('source', '=', 'official')
    .where('ended_at_ms', 'is', null)
    .execute();
  for (const row of open.filter(({ incident_id }) => !ids.has(incident_id))) {
    const endedAt = toTimestamp(Math.max(seenAtMs, row.started_at_ms));
    await writeIncident(transaction, {
      ...toIncident(row),
      status: 'resolved',
      endedAt,
      serviceId,
    });
  }
}

/** See `Store.importIncidents`; within the caller's transaction. */
export async function importIncidents(
  transaction: TablesTransaction,
  incidents: readonly StoredIncident[],
): Promise<Record<Written, number>> {
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const incident of incidents) counts[await writeIncident(transaction, incident)] += 1;
  return counts;
}

/** See `Store.readIncidents`. */
export async function readIncidents(
  db: Database,
  serviceId: string,
  fromMs: number,
  limit: number,
): Promise<Incident[]> {
  const rows = await db
    .selectFrom('incidents')
    .selectAll()
    .where('service_id', '=', serviceId)
    .where((where) =>
      where.or([where('ended_at_ms', 'is', null), where('ended_at_ms', '>=', fromMs)]),
    )
    .orderBy('started_at_ms', 'desc')
    .orderBy('incident_id')
    .limit(limit)
    .execute();
  return rows.map(toIncident);
}

import type { Status } from 'outage-status/feed';
import type { StatusChange, StoredDecision } from './store.js';
import type { Database, TablesTransaction } from './tables.js';

/** What a compare-and-set write did: lost to another process, kept the status, or changed it. */
export type WriteResult = 'lost' | 'kept' | 'changed';

/** See `Store.readDecision`. */
export async function readDecision(
  db: Database,
  serviceId: string,
): Promise<StoredDecision | undefined> {
  const row = await db
    .selectFrom('decisions')
    .selectAll()
    .where('service_id', '=', serviceId)
    .executeTakeFirst();
  return (
    row && {
      serviceId: row.service_id,
      status: row.status,
      sinceMs: row.since_at_ms,
      memory: row.memory,
      revision: row.revision,
    }
  );
}

/** The status at `revision`, `unknown` before the first decision, `undefined` when the revision is another by now. */
async function statusAt(
  transaction: TablesTransaction,
  serviceId: string,
  revision: number,
): Promise<Status | undefined> {
  const current = await readDecision(transaction, serviceId);
  if (!current) return revision === 0 ? 'unknown' : undefined;
  return current.revision === revision ? current.status : undefined;
}

/** Writes the row if the revision is still the expected one; the database itself decides between racing processes. */
async function replaceRevision(
  transaction: TablesTransaction,
  decision: StoredDecision,
  expectedRevision: number,
): Promise<boolean> {
  const values = {
    status: decision.status,
    since_at_ms: decision.sinceMs,
    memory: decision.memory,
    revision: expectedRevision + 1,
  };
  if (expectedRevision === 0) {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('decisions')
      .values({ service_id: decision.serviceId, ...values })
      .onConflict((conflict) => conflict.column('service_id').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await transaction
    .updateTable('decisions')
    .set(values)
    .where('service_id', '=', decision.serviceId)
    .where('revision', '=', expectedRevision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** See `Store.writeDecision`; within the caller's transaction. */
export async function writeDecision(
  transaction: TablesTransaction,
  decision: StoredDecision,
  expectedRevision: number,
): Promise<WriteResult> {
  const from = await statusAt(transaction, decision.serviceId, expectedRevision);
  if (from === undefined) return 'lost';
  if (!(await replaceRevision(transaction, decision, expectedRevision))) return 'lost';
  if (from === decision.status) return 'kept';
  await transaction
    .insertInto('changes')
    .values({
      service_id: decision.serviceId,
      revision: expectedRevision + 1,
      from_status: from,
      to_status: decision.status,
      changed_at_ms: decision.sinceMs,
    })
    .execute();
  return 'changed';
}

/** See `Store.readChanges`. */
export async function readChanges(
  db: Database,
  serviceId: string,
  limit: number,
): Promise<StatusChange[]> {
  const rows = await db
    .selectFrom('changes')
    .selectAll()
    .where('service_id', '=', serviceId)
    .orderBy('revision', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    serviceId: row.service_id,
    from: row.from_status,
    to: row.to_status,
    atMs: row.changed_at_ms,
  }));
}

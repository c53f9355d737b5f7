import type { Database, TablesTransaction } from './tables.js';

/** See `Store.readPaused`. */
export async function readPaused(db: Database): Promise<Set<string>> {
  const rows = await db.selectFrom('paused_services').select('service_id').execute();
  return new Set(rows.map((row) => row.service_id));
}

/** See `Store.writePaused`. @returns Whether that changed anything. */
export async function writePaused(
  transaction: TablesTransaction,
  serviceId: string,
  paused: boolean,
  nowMs: number,
): Promise<boolean> {
  const rows = paused
    ? await transaction
        .insertInto('paused_services')
        .values({ service_id: serviceId, paused_at_ms: nowMs })
        .onConflict((conflict) => conflict.column('service_id').doNothing())
        .returning('service_id')
        .execute()
    : await transaction
        .deleteFrom('paused_services')
        .where('service_id', '=', serviceId)
        .returning('service_id')
        .execute();
  return rows.length > 0;
}

import type { Official } from 'outage-status/feed';
import type { Database, TablesTransaction } from './tables.js';

/** See `Store.readOfficial`. */
export async function readOfficial(db: Database, serviceId: string): Promise<Official | undefined> {
  const row = await db
    .selectFrom('officials')
    .select('document')
    .where('service_id', '=', serviceId)
    .executeTakeFirst();
  return row && (JSON.parse(row.document) as Official);
}

const withoutCheckTime = (official: Official | undefined): string =>
  JSON.stringify(official && { ...official, checkedAt: undefined });

/**
 * See `Store.writeOfficial`; within the caller's transaction.
 *
 * @returns True when more than the time of the check has changed.
 */
export async function writeOfficial(
  transaction: TablesTransaction,
  serviceId: string,
  official: Official,
): Promise<boolean> {
  const previous = await readOfficial(transaction, serviceId);
  const document = JSON.stringify(official);
  await transaction
    .insertInto('officials')
    .values({ service_id: serviceId, document })
    .onConflict((conflict) => conflict.column('service_id').doUpdateSet({ document }))
    .execute();
  return withoutCheckTime(previous) !== withoutCheckTime(official);
}

import { MINUTE_MS, floorTo } from '../clock.js';
import { tally } from './counters.js';
import type { ViewCount } from './store.js';
import type { Database, TablesTransaction } from './tables.js';

/** See `Store.addViews`; within the caller's transaction. */
export async function addViews(
  transaction: TablesTransaction,
  views: readonly ViewCount[],
  shard: number,
): Promise<void> {
  const minutes = tally(views, (view) => ({
    service_id: view.serviceId,
    minute_at_ms: floorTo(view.atMs, MINUTE_MS),
  }));
  for (const chunk of minutes) {
    await transaction
      .insertInto('view_counts')
      .values(chunk.map(({ row, count }) => ({ ...row, shard, view_count: count })))
      .onConflict((conflict) =>
        conflict.columns(['service_id', 'minute_at_ms', 'shard']).doUpdateSet((update) => ({
          view_count: update(
            update.ref('view_counts.view_count'),
            '+',
            update.ref('excluded.view_count'),
          ),
        })),
      )
      .execute();
  }
}

/** See `Store.countViews`. */
export async function countViews(
  db: Database,
  serviceId: string,
  fromMs: number,
  toMs: number,
): Promise<number> {
  const row = await db
    .selectFrom('view_counts')
    .select(({ fn }) => fn.sum<number | null>('view_count').as('count'))
    .where('service_id', '=', serviceId)
    .where('minute_at_ms', '>=', fromMs)
    .where('minute_at_ms', '<', toMs)
    .executeTakeFirst();
  return row?.count ?? 0;
}

import { MINUTE_MS, floorTo } from '../lib/clock.js';
import { bulkStatement } from './bulk-statement.js';
import { tally } from './counters.js';
import type { ViewCount } from './store.js';
import type { Database, TablesTransaction } from './tables.js';

const ADD_VIEWS = bulkStatement(
  ({ source, text, integer, numbers: [shard] }) => `
    insert into view_counts (service_id, minute_at_ms, shard, view_count)
    select ${text(0)}, ${integer(1)}, ${shard}, ${integer(2)} from ${source} where true
    on conflict (service_id, minute_at_ms, shard)
    do update set view_count = view_counts.view_count + excluded.view_count`,
);

/** See `Store.addViews`; within the caller's transaction. */
export async function addViews(
  transaction: TablesTransaction,
  views: readonly ViewCount[],
  shard: number,
): Promise<void> {
  const minutes = tally(views, ({ serviceId, atMs }) => [serviceId, floorTo(atMs, MINUTE_MS)]);
  for (const chunk of minutes) await ADD_VIEWS(transaction, chunk, shard);
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

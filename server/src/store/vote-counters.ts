import { MINUTE_MS, floorTo } from '../clock.js';
import { tally } from './counters.js';
import type { VoteCount } from './store.js';
import type { Database, TablesTransaction } from './tables.js';

/** Adds to the vote counters, within the caller's transaction. */
export async function addToVoteCounters(
  transaction: TablesTransaction,
  items: readonly (VoteCount & { readonly serviceId: string })[],
  shard: number,
): Promise<void> {
  const minutes = tally(items, (item) => ({
    service_id: item.serviceId,
    minute_at_ms: floorTo(item.atMs, MINUTE_MS),
    origin: item.origin,
  }));
  for (const chunk of minutes) {
    await transaction
      .insertInto('vote_counts')
      .values(chunk.map(({ row, count }) => ({ ...row, shard, vote_count: count })))
      .onConflict((conflict) =>
        conflict
          .columns(['service_id', 'minute_at_ms', 'origin', 'shard'])
          .doUpdateSet((update) => ({
            vote_count: update(
              update.ref('vote_counts.vote_count'),
              '+',
              update.ref('excluded.vote_count'),
            ),
          })),
      )
      .execute();
  }
}

/** See `Store.countVotes`. */
export async function countVotes(
  db: Database,
  serviceId: string,
  fromMs: number,
  toMs: number,
): Promise<number> {
  const row = await db
    .selectFrom('vote_counts')
    .select(({ fn }) => fn.sum<number | null>('vote_count').as('count'))
    .where('service_id', '=', serviceId)
    .where('minute_at_ms', '>=', fromMs)
    .where('minute_at_ms', '<', toMs)
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** See `Store.countVotesByMinute`. */
export async function countVotesByMinute(
  db: Database,
  serviceId: string,
  fromMs: number,
  toMs: number,
): Promise<VoteCount[]> {
  const rows = await db
    .selectFrom('vote_counts')
    .select(({ fn }) => ['minute_at_ms', 'origin', fn.sum<number>('vote_count').as('count')])
    .where('service_id', '=', serviceId)
    .where('minute_at_ms', '>=', fromMs)
    .where('minute_at_ms', '<', toMs)
    .groupBy(['minute_at_ms', 'origin'])
    .orderBy('minute_at_ms')
    .execute();
  return rows.map((row) => ({ atMs: row.minute_at_ms, origin: row.origin, count: row.count }));
}

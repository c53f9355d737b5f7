import { MINUTE_MS, floorTo } from '../lib/clock.js';
import { bulkStatement } from './bulk-statement.js';
import { tally } from './counters.js';
import type { VoteCount } from './store.js';
import type { Database, TablesTransaction } from './tables.js';

const ADD_VOTES = bulkStatement(
  ({ source, text, integer, numbers: [shard] }) => `
    insert into vote_counts (service_id, minute_at_ms, origin, shard, vote_count)
    select ${text(0)}, ${integer(1)}, ${text(2)}, ${shard}, ${integer(3)} from ${source} where true
    on conflict (service_id, minute_at_ms, origin, shard)
    do update set vote_count = vote_counts.vote_count + excluded.vote_count`,
);

/** Adds to the vote counters, within the caller's transaction. */
export async function addToVoteCounters(
  transaction: TablesTransaction,
  items: readonly (VoteCount & { readonly serviceId: string })[],
  shard: number,
): Promise<void> {
  const minutes = tally(items, ({ serviceId, atMs, origin }) => [
    serviceId,
    floorTo(atMs, MINUTE_MS),
    origin,
  ]);
  for (const chunk of minutes) await ADD_VOTES(transaction, chunk, shard);
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

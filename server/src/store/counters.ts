import type { VoteCount } from '../decide/decision-store.js';
import { HOUR_MS, MINUTE_MS, floorTo } from '../lib/clock.js';
import { compareTexts, keyText } from '../lib/key-text.js';
import { MAX_BATCH } from '../reports/report-store.js';
import { bulkStatement } from './bulk-statement.js';
import type { TablesTransaction } from './tables.js';

/** Reports counted at one time in one category. */
export interface CountedReports {
  readonly serviceId: string;
  readonly category: string;
  readonly atMs: number;
  readonly count: number;
}

/** Values of a key's columns, followed by the count. */
type Tally = readonly (string | number)[];

/**
 * Sums the counts of equal keys. Sorts by key, so that all processes take row locks in the same order and cannot deadlock;
 * splits into chunks of at most {@link MAX_BATCH}.
 *
 * @param toKey The values of a row's key, without the shard.
 */
export function tally<Item extends { readonly count: number }>(
  items: readonly Item[],
  toKey: (item: Item) => readonly (string | number)[],
): Tally[][] {
  const tallies = new Map<string, { readonly key: Tally; count: number }>();
  for (const item of items) {
    const key = toKey(item);
    const text = keyText(...key);
    const known = tallies.get(text);
    if (known) known.count += item.count;
    else tallies.set(text, { key, count: item.count });
  }
  const sorted = [...tallies]
    .sort(([left], [right]) => compareTexts(left, right))
    .map(([, { key, count }]) => [...key, count]);
  return Array.from({ length: Math.ceil(sorted.length / MAX_BATCH) }, (_, index) =>
    sorted.slice(index * MAX_BATCH, (index + 1) * MAX_BATCH),
  );
}

const ADD_MINUTES = bulkStatement(
  ({ source, text, integer, numbers: [shard] }) => `
    insert into minute_counts (service_id, minute_at_ms, category, shard, report_count)
    select ${text(0)}, ${integer(1)}, ${text(2)}, ${shard}, ${integer(3)} from ${source} where true
    on conflict (service_id, minute_at_ms, category, shard)
    do update set report_count = minute_counts.report_count + excluded.report_count`,
);

const ADD_HOURS = bulkStatement(
  ({ source, text, integer, numbers: [shard] }) => `
    insert into hour_counts (service_id, hour_at_ms, shard, report_count)
    select ${text(0)}, ${integer(1)}, ${shard}, ${integer(2)} from ${source} where true
    on conflict (service_id, hour_at_ms, shard)
    do update set report_count = hour_counts.report_count + excluded.report_count`,
);

/** Adds to the minute and hour counters, within the caller's transaction. */
export async function addToCounters(
  transaction: TablesTransaction,
  items: readonly CountedReports[],
  shard: number,
): Promise<void> {
  const minutes = tally(items, ({ serviceId, atMs, category }) => [
    serviceId,
    floorTo(atMs, MINUTE_MS),
    category,
  ]);
  for (const chunk of minutes) await ADD_MINUTES(transaction, chunk, shard);
  const hours = tally(items, ({ serviceId, atMs }) => [serviceId, floorTo(atMs, HOUR_MS)]);
  for (const chunk of hours) await ADD_HOURS(transaction, chunk, shard);
}

const ADD_ORIGINS = bulkStatement(
  ({ source, text, integer, numbers: [shard] }) => `
    insert into origin_counts (service_id, ten_minutes_at_ms, origin, shard, report_count)
    select ${text(0)}, ${integer(1)}, ${text(2)}, ${shard}, ${integer(3)} from ${source} where true
    on conflict (service_id, ten_minutes_at_ms, origin, shard)
    do update set report_count = origin_counts.report_count + excluded.report_count`,
);

/** Adds to the origin counters, within the caller's transaction. */
export async function addToOriginCounters(
  transaction: TablesTransaction,
  items: readonly (CountedReports & { readonly origin: string })[],
  shard: number,
): Promise<void> {
  const origins = tally(items, ({ serviceId, atMs, origin }) => [
    serviceId,
    floorTo(atMs, 10 * MINUTE_MS),
    origin,
  ]);
  for (const chunk of origins) await ADD_ORIGINS(transaction, chunk, shard);
}

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

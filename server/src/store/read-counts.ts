// Counts that several ports read, from the primary database or from a replica.
import { MINUTE_MS, floorTo } from '../lib/clock.js';
import type { TimedCount } from '../reports/report-store.js';
import type { Database } from './tables.js';

/** Counted reports per category; categories without reports are left out. */
export async function countByCategory(
  db: Database,
  serviceId: string,
  fromMs: number,
  toMs: number,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('minute_counts')
    .select(({ fn }) => ['category', fn.sum<number>('report_count').as('count')])
    .where('service_id', '=', serviceId)
    .where('minute_at_ms', '>=', fromMs)
    .where('minute_at_ms', '<', toMs)
    .groupBy('category')
    .execute();
  return new Map(rows.map((row) => [row.category, row.count]));
}

/** Counted reports per origin; the interval is widened to whole ten minutes. */
export async function countByOrigin(
  db: Database,
  serviceId: string,
  fromMs: number,
  toMs: number,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('origin_counts')
    .select(({ fn }) => ['origin', fn.sum<number>('report_count').as('count')])
    .where('service_id', '=', serviceId)
    .where('ten_minutes_at_ms', '>=', floorTo(fromMs, 10 * MINUTE_MS))
    .where('ten_minutes_at_ms', '<', toMs)
    .groupBy('origin')
    .execute();
  return new Map(rows.map((row) => [row.origin, row.count]));
}

/** Counted reports per full hour, oldest first; empty hours are left out. */
export async function countByHour(
  db: Database,
  serviceId: string,
  fromMs: number,
  toMs: number,
): Promise<TimedCount[]> {
  const rows = await db
    .selectFrom('hour_counts')
    .select(({ fn }) => ['hour_at_ms', fn.sum<number>('report_count').as('count')])
    .where('service_id', '=', serviceId)
    .where('hour_at_ms', '>=', fromMs)
    .where('hour_at_ms', '<', toMs)
    .groupBy('hour_at_ms')
    .orderBy('hour_at_ms')
    .execute();
  return rows.map((row) => ({ atMs: row.hour_at_ms, count: row.count }));
}

/** Counted votes. */
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

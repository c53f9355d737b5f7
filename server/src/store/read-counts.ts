import { sql } from 'kysely';
import { MINUTE_MS, floorTo } from '../lib/clock.js';
import type { MinuteCount, TimedCount } from './store.js';
import type { Database } from './tables.js';

/** See `Store.countByCategory`. */
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

/** See `Store.countByMinute`. */
export async function countByMinute(
  db: Database,
  serviceId: string,
  fromMs: number,
  toMs: number,
): Promise<MinuteCount[]> {
  const rows = await db
    .selectFrom('minute_counts')
    .select(({ fn }) => ['minute_at_ms', 'category', fn.sum<number>('report_count').as('count')])
    .where('service_id', '=', serviceId)
    .where('minute_at_ms', '>=', fromMs)
    .where('minute_at_ms', '<', toMs)
    .groupBy(['minute_at_ms', 'category'])
    .orderBy('minute_at_ms')
    .execute();
  return rows.map((row) => ({
    atMs: row.minute_at_ms,
    category: row.category,
    count: row.count,
  }));
}

/** See `Store.countBySteps`. */
export async function countBySteps(
  db: Database,
  serviceId: string,
  fromMs: number,
  stepMs: number,
  steps: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom('minute_counts')
    .select(({ fn }) => ['minute_at_ms', fn.sum<number>('report_count').as('count')])
    .where('service_id', '=', serviceId)
    .where('minute_at_ms', '>=', fromMs)
    .where('minute_at_ms', '<', fromMs + stepMs * steps)
    .groupBy('minute_at_ms')
    .execute();
  const counts = Array.from({ length: steps }, () => 0);
  for (const row of rows) {
    const step = Math.floor((row.minute_at_ms - fromMs) / stepMs);
    counts[step] = (counts[step] ?? 0) + row.count;
  }
  return counts;
}

/** See `Store.countByOrigin`. */
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

/** See `Store.countByHour`. */
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

/** See `Store.activeServices`. */
export async function activeServices(db: Database, fromMs: number): Promise<string[]> {
  const rows = await db
    .selectFrom('minute_counts')
    // The empty text keeps SQLite from walking the whole primary key for its order: the index by age is far shorter.
    .select(sql<string>`service_id || ''`.as('service_id'))
    .distinct()
    .where('minute_at_ms', '>=', floorTo(fromMs, MINUTE_MS))
    .execute();
  return rows.map((row) => row.service_id);
}

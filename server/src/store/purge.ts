import { setImmediate as yieldToRequests } from 'node:timers/promises';
import { sql } from 'kysely';
import { DAY_MS } from '../clock.js';
import type { Tables, TablesTransaction } from './tables.js';

type Write = <T>(run: (transaction: TablesTransaction) => Promise<T>) => Promise<T>;

/** Rows per delete: an embedded database deletes on the JavaScript thread, and reports wait meanwhile. */
const CHUNK_ROWS = 1000;

/** Views are kept for so many days: a week to compare with, and the day that runs. */
const VIEW_DAYS = 8;

const utcDay = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

async function deleteOlder(
  write: Write,
  table: keyof Tables,
  key: readonly string[],
  ageColumn: string,
  oldest: number | string,
  source?: string,
): Promise<void> {
  const ofSource = source === undefined ? sql`` : sql`and source = ${source}`;
  const columns = sql.join(key.map((column) => sql.ref(column)));
  for (;;) {
    const { numAffectedRows = 0n } = await write((transaction) =>
      sql`delete from ${sql.table(table)} where (${columns}) in (
        select ${columns} from ${sql.table(table)} where ${sql.ref(ageColumn)} < ${oldest} ${ofSource} limit ${CHUNK_ROWS}
      )`.execute(transaction),
    );
    if (numAffectedRows < CHUNK_ROWS) return;
    await yieldToRequests();
  }
}

/**
 * See `Store.purge`. Every chunk is a transaction of its own: a purge that is cut short has lost nothing and goes on
 * the next time.
 *
 * @param write Runs a function in a transaction.
 */
export async function purge(write: Write, nowMs: number, historyDays: number): Promise<void> {
  const dayAgo = nowMs - DAY_MS;
  const twoDaysAgo = nowMs - 2 * DAY_MS;
  const historyStart = nowMs - historyDays * DAY_MS;
  await deleteOlder(write, 'voices', ['service_id', 'visitor_hash'], 'reported_at_ms', dayAgo);
  await deleteOlder(write, 'salts', ['day'], 'day', utcDay(dayAgo));
  await deleteOlder(
    write,
    'reports',
    ['service_id', 'idempotency_key'],
    'received_at_ms',
    twoDaysAgo,
  );
  await deleteOlder(
    write,
    'minute_counts',
    ['service_id', 'minute_at_ms', 'category', 'shard'],
    'minute_at_ms',
    twoDaysAgo,
  );
  await deleteOlder(
    write,
    'origin_counts',
    ['service_id', 'ten_minutes_at_ms', 'origin', 'shard'],
    'ten_minutes_at_ms',
    twoDaysAgo,
  );
  await deleteOlder(
    write,
    'vote_counts',
    ['service_id', 'minute_at_ms', 'origin', 'shard'],
    'minute_at_ms',
    twoDaysAgo,
  );
  await deleteOlder(
    write,
    'outbox',
    ['service_id', 'message_key', 'channel', 'recipient_hash'],
    'created_at_ms',
    twoDaysAgo,
  );
  await deleteOlder(
    write,
    'view_counts',
    ['service_id', 'minute_at_ms', 'shard'],
    'minute_at_ms',
    nowMs - VIEW_DAYS * DAY_MS,
  );
  await deleteOlder(
    write,
    'hour_counts',
    ['service_id', 'hour_at_ms', 'shard'],
    'hour_at_ms',
    historyStart,
  );
  await deleteOlder(write, 'changes', ['service_id', 'revision'], 'changed_at_ms', historyStart);
  await deleteOlder(
    write,
    'incidents',
    ['service_id', 'source', 'incident_id'],
    'ended_at_ms',
    historyStart,
    'official',
  );
}

import { setImmediate as yieldToRequests } from 'node:timers/promises';
import { sql } from 'kysely';
import { DAY_MS, HOUR_MS } from '../lib/clock.js';
import type { Session } from './session.js';
import type { Tables, TablesTransaction } from './tables.js';

/** Rows per delete; reports wait during one. */
const CHUNK_ROWS = 1000;

/** Views are kept for a week, for comparison, plus the current day. */
const VIEW_DAYS = 8;

const utcDay = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

/** Describes the expired rows of a table; plain data, because it may go to another thread. */
export interface OldRows {
  readonly table: keyof Tables;
  readonly key: readonly string[];
  readonly ageColumn: string;
  /** The oldest value of `ageColumn` to keep. */
  readonly oldest: number | string;
  /** Restricts to rows of this source. */
  readonly source?: string;
}

/** Deletes one chunk of expired rows. @returns The number deleted; less than a chunk if none is left. */
export async function deleteSome(
  transaction: TablesTransaction,
  { table, key, ageColumn, oldest, source }: OldRows,
): Promise<number> {
  const ofSource = source === undefined ? sql`` : sql`and source = ${source}`;
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const { numAffectedRows = 0n } = await sql`delete from ${sql.table(table)} where (${columns}) in (
    select ${columns} from ${sql.table(table)} where ${sql.ref(ageColumn)} < ${oldest} ${ofSource} limit ${CHUNK_ROWS}
  )`.execute(transaction);
  return Number(numAffectedRows);
}

/**
 * Deletes expired rows, table by table. Every chunk is a transaction of its own, so an interrupted purge loses nothing and
 * continues the next time.
 */
export const purge = (session: Session, nowMs: number, historyDays: number): Promise<void> =>
  session.operate(({ perform }) => purgeBy((oldRows) => perform({ oldRows }), nowMs, historyDays));

/** @param deleteIn Runs {@link deleteSome} in a transaction. */
async function purgeBy(
  deleteIn: (rows: OldRows) => Promise<number>,
  nowMs: number,
  historyDays: number,
): Promise<void> {
  const deleteOlder = async (
    table: OldRows['table'],
    key: OldRows['key'],
    ageColumn: string,
    oldest: OldRows['oldest'],
    source?: string,
  ): Promise<void> => {
    const rows: OldRows = {
      table,
      key,
      ageColumn,
      oldest,
      ...(source !== undefined && { source }),
    };
    while ((await deleteIn(rows)) >= CHUNK_ROWS) await yieldToRequests();
  };
  const dayAgo = nowMs - DAY_MS;
  const twoDaysAgo = nowMs - 2 * DAY_MS;
  const historyStart = nowMs - historyDays * DAY_MS;
  await deleteOlder(
    'voices',
    ['service_id', 'visitor_hash', 'is_vote', 'is_told_only'],
    'reported_at_ms',
    dayAgo,
  );
  await deleteOlder(
    'network_voices',
    ['service_id', 'network_hash', 'is_vote'],
    'opened_at_ms',
    dayAgo,
  );
  await deleteOlder('used_proofs', ['service_id', 'nonce'], 'used_at_ms', nowMs - HOUR_MS);
  await deleteOlder('salts', ['day'], 'day', utcDay(dayAgo));
  await deleteOlder('reports', ['service_id', 'idempotency_key'], 'received_at_ms', twoDaysAgo);
  await deleteOlder(
    'minute_counts',
    ['service_id', 'minute_at_ms', 'category', 'shard'],
    'minute_at_ms',
    twoDaysAgo,
  );
  await deleteOlder(
    'origin_counts',
    ['service_id', 'ten_minutes_at_ms', 'origin', 'shard'],
    'ten_minutes_at_ms',
    twoDaysAgo,
  );
  await deleteOlder(
    'vote_counts',
    ['service_id', 'minute_at_ms', 'origin', 'shard'],
    'minute_at_ms',
    twoDaysAgo,
  );
  await deleteOlder(
    'outbox',
    ['service_id', 'message_key', 'channel', 'recipient_hash'],
    'created_at_ms',
    twoDaysAgo,
  );
  await deleteOlder(
    'view_counts',
    ['service_id', 'minute_at_ms', 'shard'],
    'minute_at_ms',
    nowMs - VIEW_DAYS * DAY_MS,
  );
  await deleteOlder(
    'hour_counts',
    ['service_id', 'hour_at_ms', 'shard'],
    'hour_at_ms',
    historyStart,
  );
  await deleteOlder('changes', ['service_id', 'revision'], 'changed_at_ms', historyStart);
  await deleteOlder(
    'incident_news',
    ['service_id', 'incident_id', 'turn'],
    'seen_at_ms',
    historyStart,
  );
  await deleteOlder(
    'incidents',
    ['service_id', 'source', 'incident_id'],
    'ended_at_ms',
    historyStart,
    'official',
  );
}

import { sql } from 'kysely';
import type { Status } from 'outage-status/feed';
import type { DecisionStore, StoredDecision } from '../decide/decision-store.js';
import { floorTo, MINUTE_MS } from '../lib/clock.js';
import { countByCategory, countByHour, countByOrigin, countVotes } from './read-counts.js';
import type { Session } from './session.js';
import type { Database, TablesTransaction } from './tables.js';

/** The result of a compare-and-set write: another process was first, the status is the same, or it changed. */
type WriteResult = 'lost' | 'kept' | 'changed';

/** Last decision of a service, or `undefined` before the first. */
export async function readDecision(
  db: Database,
  serviceId: string,
): Promise<StoredDecision | undefined> {
  const row = await db
    .selectFrom('decisions')
    .selectAll()
    .where('service_id', '=', serviceId)
    .executeTakeFirst();
  return (
    row && {
      serviceId: row.service_id,
      status: row.status,
      sinceMs: row.since_at_ms,
      memory: row.memory,
      revision: row.revision,
    }
  );
}

/** The status at `revision`, `unknown` before the first decision, `undefined` if the revision has moved on. */
async function statusAt(
  transaction: TablesTransaction,
  serviceId: string,
  revision: number,
): Promise<Status | undefined> {
  const current = await readDecision(transaction, serviceId);
  if (!current) return revision === 0 ? 'unknown' : undefined;
  return current.revision === revision ? current.status : undefined;
}

/** Writes the row if the revision is still the expected one; the database decides between racing processes. */
async function replaceRevision(
  transaction: TablesTransaction,
  decision: StoredDecision,
  expectedRevision: number,
): Promise<boolean> {
  const values = {
    status: decision.status,
    since_at_ms: decision.sinceMs,
    memory: decision.memory,
    revision: expectedRevision + 1,
  };
  if (expectedRevision === 0) {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('decisions')
      .values({ service_id: decision.serviceId, ...values })
      .onConflict((conflict) => conflict.column('service_id').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await transaction
    .updateTable('decisions')
    .set(values)
    .where('service_id', '=', decision.serviceId)
    .where('revision', '=', expectedRevision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function writeDecision(
  transaction: TablesTransaction,
  decision: StoredDecision,
  expectedRevision: number,
): Promise<WriteResult> {
  const from = await statusAt(transaction, decision.serviceId, expectedRevision);
  if (from === undefined) return 'lost';
  if (!(await replaceRevision(transaction, decision, expectedRevision))) return 'lost';
  if (from === decision.status) return 'kept';
  await transaction
    .insertInto('changes')
    .values({
      service_id: decision.serviceId,
      revision: expectedRevision + 1,
      from_status: from,
      to_status: decision.status,
      changed_at_ms: decision.sinceMs,
    })
    .execute();
  return 'changed';
}

/** The {@link DecisionStore} of a database. */
export const decisionStoreOf = (session: Session): DecisionStore => ({
  countByCategory(serviceId, fromMs, toMs) {
    return session.read((db) => countByCategory(db, serviceId, fromMs, toMs));
  },

  countByOrigin(serviceId, fromMs, toMs) {
    return session.read((db) => countByOrigin(db, serviceId, fromMs, toMs));
  },

  countByHour(serviceId, fromMs, toMs) {
    return session.read((db) => countByHour(db, serviceId, fromMs, toMs));
  },

  countVotes(serviceId, fromMs, toMs) {
    return session.read((db) => countVotes(db, serviceId, fromMs, toMs));
  },

  countByMinute(serviceId, fromMs, toMs) {
    return session.read(async (db) => {
      const rows = await db
        .selectFrom('minute_counts')
        .select(({ fn }) => [
          'minute_at_ms',
          'category',
          fn.sum<number>('report_count').as('count'),
        ])
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
    });
  },

  countVotesByMinute(serviceId, fromMs, toMs) {
    return session.read(async (db) => {
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
    });
  },

  activeServices(fromMs) {
    // A round of decisions starts: the feed must show the reports of other processes that the round counts.
    session.noteOthers();
    return session.read(async (db) => {
      const rows = await db
        .selectFrom('minute_counts')
        // The empty text stops SQLite from walking the whole primary key in order; the index by age is far shorter.
        .select(sql<string>`service_id || ''`.as('service_id'))
        .distinct()
        .where('minute_at_ms', '>=', floorTo(fromMs, MINUTE_MS))
        .execute();
      return rows.map((row) => row.service_id);
    });
  },

  readDecision(serviceId) {
    return session.read((db) => readDecision(db, serviceId));
  },

  async writeDecision(decision, expectedRevision) {
    const result = await session.writeAndAnnounce(
      decision.serviceId,
      (transaction) => writeDecision(transaction, decision, expectedRevision),
      (written) => written === 'changed',
    );
    return result !== 'lost';
  },
});

import { setImmediate as yieldToRequests } from 'node:timers/promises';
import { sql, type Selectable } from 'kysely';
import type { NumberedChange } from '../../decide/decision-store.js';
import { changeKey, type NotificationStore } from '../../notify/notification-store.js';
import type { Session } from '../session.js';
import type { Tables, TablesTransaction } from '../tables.js';

/** Rows per transaction: an embedded database writes on the JavaScript thread, and reports wait during one. */
const CHUNK_ROWS = 500;

const toChange = (row: Selectable<Tables['changes']>): NumberedChange => ({
  serviceId: row.service_id,
  revision: row.revision,
  from: row.from_status,
  to: row.to_status,
  atMs: row.changed_at_ms,
});

/** Records that a change and all before it are done. Never moves back. Within the caller's transaction. */
async function moveCursor(
  transaction: TablesTransaction,
  { serviceId, revision }: NumberedChange,
): Promise<void> {
  await transaction
    .insertInto('outbox_cursors')
    .values({ service_id: serviceId, revision })
    .onConflict((conflict) =>
      conflict
        .column('service_id')
        .doUpdateSet({ revision })
        .where('outbox_cursors.revision', '<', revision),
    )
    .execute();
}

/** The recipients after `last`, ordered by key. */
const readRecipients = (
  transaction: TablesTransaction,
  serviceId: string,
  last: { readonly channel: string; readonly recipient_hash: string },
) =>
  transaction
    .selectFrom('subscriptions')
    .select(['channel', 'recipient_hash'])
    .where('service_id', '=', serviceId)
    .where(sql<boolean>`(channel, recipient_hash) > (${last.channel}, ${last.recipient_hash})`)
    .orderBy('channel')
    .orderBy('recipient_hash')
    .limit(CHUNK_ROWS)
    .execute();

/** Puts the change into the outbox for the recipients after `last`, and returns them; at most {@link CHUNK_ROWS}. */
async function queueChunk(
  transaction: TablesTransaction,
  change: NumberedChange,
  { nowMs, expiresAtMs }: { readonly nowMs: number; readonly expiresAtMs: number },
  last: { readonly channel: string; readonly recipient_hash: string },
) {
  const recipients = await readRecipients(transaction, change.serviceId, last);
  if (recipients.length > 0) {
    await transaction
      .insertInto('outbox')
      .values(
        recipients.map((recipient) => ({
          ...recipient,
          service_id: change.serviceId,
          message_key: changeKey(change.revision),
          sealed: null,
          state: 'waiting' as const,
          tries: 0,
          created_at_ms: nowMs,
          due_at_ms: nowMs,
          expires_at_ms: expiresAtMs,
          leased_until_ms: 0,
          sent_at_ms: null,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return recipients;
}

/** The part of a {@link NotificationStore} about changes on their way into the outbox. */
export const changesOf = (session: Session) =>
  ({
    readLastChange(serviceId) {
      return session.read(async (db) => {
        const row = await db
          .selectFrom('changes')
          .selectAll()
          .where('service_id', '=', serviceId)
          .orderBy('revision', 'desc')
          .limit(1)
          .executeTakeFirst();
        return row && toChange(row);
      });
    },

    readUntold() {
      return session.read(async (db) => {
        const rows = await db
          .selectFrom('changes')
          .innerJoin(
            (newest) =>
              newest
                .selectFrom('changes')
                .select((of) => ['service_id', of.fn.max('revision').as('revision')])
                .groupBy('service_id')
                .as('last'),
            (join) =>
              join
                .onRef('last.service_id', '=', 'changes.service_id')
                .onRef('last.revision', '=', 'changes.revision'),
          )
          .leftJoin('outbox_cursors', 'outbox_cursors.service_id', 'changes.service_id')
          .selectAll('changes')
          .where((where) =>
            where.or([
              where('outbox_cursors.revision', 'is', null),
              where('changes.revision', '>', where.ref('outbox_cursors.revision')),
            ]),
          )
          .execute();
        return rows.map(toChange);
      });
    },

    /** Works in chunks, each a transaction of its own. The cursor moves last, so an interrupted fan-out is repeated. */
    queueChange(change, times) {
      return session.operate(async ({ write }) => {
        let last = { channel: '', recipient_hash: '' };
        for (;;) {
          const rows = await write((transaction) => queueChunk(transaction, change, times, last));
          const end = rows.at(-1);
          if (!end || rows.length < CHUNK_ROWS) break;
          last = end;
          await yieldToRequests();
        }
        await write((transaction) => moveCursor(transaction, change));
      });
    },

    passOver(change) {
      return session.write(async (transaction) => {
        await transaction
          .updateTable('subscriptions')
          .set({ known_status: change.to })
          .where('service_id', '=', change.serviceId)
          .execute();
        await moveCursor(transaction, change);
      });
    },
  }) satisfies Partial<NotificationStore>;

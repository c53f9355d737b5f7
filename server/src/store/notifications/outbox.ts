import { sql, type Selectable } from 'kysely';
import type { NotificationStore, OutboxItem } from '../../notify/notification-store.js';
import type { Session } from '../session.js';
import type { Tables, TablesTransaction } from '../tables.js';

const KEY = sql`service_id, message_key, channel, recipient_hash`;

const toItem = (row: Selectable<Tables['outbox']>): OutboxItem => ({
  serviceId: row.service_id,
  messageKey: row.message_key,
  channel: row.channel,
  recipientHash: row.recipient_hash,
  sealed: row.sealed,
  tries: row.tries,
  createdAtMs: row.created_at_ms,
  expiresAtMs: row.expires_at_ms,
  leasedUntilMs: row.leased_until_ms,
});

const ofItem = (transaction: TablesTransaction, item: OutboxItem) =>
  transaction
    .updateTable('outbox')
    .where('service_id', '=', item.serviceId)
    .where('message_key', '=', item.messageKey)
    .where('channel', '=', item.channel)
    .where('recipient_hash', '=', item.recipientHash)
    .where('state', '=', 'waiting');

/** The part of a {@link NotificationStore} about queued messages. */
export const outboxOf = (session: Session) =>
  ({
    queueConfirmation(item, limit) {
      return session.write(async (transaction) => {
        const { count } = await transaction
          .selectFrom('outbox')
          .select((of) => of.fn.countAll<number>().as('count'))
          .where('recipient_hash', '=', item.recipientHash)
          .where('message_key', 'like', 'confirm-%')
          .where('created_at_ms', '>=', limit.sinceMs)
          .executeTakeFirstOrThrow();
        if (count >= limit.count) return 'limited';
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('outbox')
          .values({
            service_id: item.serviceId,
            message_key: item.messageKey,
            channel: item.channel,
            recipient_hash: item.recipientHash,
            sealed: item.sealed,
            state: 'waiting',
            tries: 0,
            created_at_ms: item.createdAtMs,
            due_at_ms: item.createdAtMs,
            expires_at_ms: item.expiresAtMs,
            leased_until_ms: 0,
            sent_at_ms: null,
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n ? 'queued' : 'limited';
      });
    },

    claim(channel, nowMs, leasedUntilMs, limit) {
      // Two processes on Postgres then take different rows without waiting for each other; SQLite has one writer.
      const lock = session.skipLocked ? sql`for update skip locked` : sql``;
      return session.write(async (transaction) => {
        const { rows } = await sql<Selectable<Tables['outbox']>>`
          update outbox set leased_until_ms = ${leasedUntilMs}
          where (${KEY}) in (
            select ${KEY} from outbox
            where channel = ${channel} and state = 'waiting'
              and due_at_ms <= ${nowMs} and leased_until_ms <= ${nowMs}
            order by due_at_ms limit ${limit} ${lock}
          )
          returning *`.execute(transaction);
        return rows.map(toItem).toSorted((left, right) => left.createdAtMs - right.createdAtMs);
      });
    },

    finish(item, { sentAtMs, knownStatus }) {
      return session.write(async (transaction) => {
        await ofItem(transaction, item)
          .set({
            state: sentAtMs === undefined ? 'ended' : 'sent',
            sent_at_ms: sentAtMs ?? null,
            sealed: null,
          })
          .execute();
        if (knownStatus === undefined) return;
        await transaction
          .updateTable('subscriptions')
          .set({ known_status: knownStatus })
          .where('service_id', '=', item.serviceId)
          .where('channel', '=', item.channel)
          .where('recipient_hash', '=', item.recipientHash)
          .execute();
      });
    },

    postpone(item, until) {
      return session.write(async (transaction) => {
        await ofItem(transaction, item)
          .set({
            due_at_ms: until.dueAtMs,
            expires_at_ms: until.expiresAtMs,
            tries: until.tries,
            leased_until_ms: 0,
          })
          .where('leased_until_ms', '=', item.leasedUntilMs)
          .execute();
      });
    },

    readSentTimes(key, sinceMs) {
      return session.read(async (db) => {
        const rows = await db
          .selectFrom('outbox')
          .select('sent_at_ms')
          .where('recipient_hash', '=', key.recipientHash)
          .where('service_id', '=', key.serviceId)
          .where('channel', '=', key.channel)
          .where('message_key', 'like', 'change-%')
          .where('sent_at_ms', '>=', sinceMs)
          .orderBy('sent_at_ms')
          .execute();
        return rows.flatMap((row) => row.sent_at_ms ?? []);
      });
    },

    readBacklog() {
      return session.read(async (db) => {
        const row = await db
          .selectFrom('outbox')
          .select((of) => [
            of.fn.countAll<number>().as('waiting'),
            of.fn.min('created_at_ms').as('oldest'),
          ])
          .where('state', '=', 'waiting')
          .executeTakeFirstOrThrow();
        return { waitingCount: row.waiting, oldestAtMs: row.oldest ?? undefined };
      });
    },
  }) satisfies Partial<NotificationStore>;

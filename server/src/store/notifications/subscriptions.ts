import { sql } from 'kysely';
import type { Channel, NotificationStore } from '../../notify/notification-store.js';
import { readDecision } from '../decision-store.js';
import type { Session } from '../session.js';
import type { TablesTransaction } from '../tables.js';

/** Moves a recipient's messages, sent ones too, because they count for the limit of an hour. */
async function moveOutbox(
  transaction: TablesTransaction,
  channel: Channel,
  fromHash: string,
  toHash: string,
): Promise<void> {
  const ofRecipient = sql<boolean>`channel = ${channel} and recipient_hash = ${fromHash}`;
  await transaction
    .deleteFrom('outbox')
    .where(ofRecipient)
    .where(
      sql<boolean>`(service_id, message_key) in (
        select service_id, message_key from outbox where channel = ${channel} and recipient_hash = ${toHash}
      )`,
    )
    .execute();
  await transaction
    .updateTable('outbox')
    .set({ recipient_hash: toHash })
    .where(ofRecipient)
    .execute();
}

/** The part of a {@link NotificationStore} about subscriptions. */
export const subscriptionsOf = (session: Session) =>
  ({
    subscribe({ serviceId, channel, recipientHash, sealed, wants, language, confirmedAtMs }) {
      return session.write(async (transaction) => {
        const decision = await readDecision(transaction, serviceId);
        const values = {
          sealed,
          wants,
          language,
          known_status: decision?.status ?? 'operational',
          confirmed_at_ms: confirmedAtMs,
        };
        await transaction
          .insertInto('subscriptions')
          .values({ service_id: serviceId, channel, recipient_hash: recipientHash, ...values })
          .onConflict((conflict) =>
            conflict.columns(['service_id', 'channel', 'recipient_hash']).doUpdateSet(values),
          )
          .execute();
      });
    },

    readSubscription(key) {
      return session.read(async (db) => {
        const row = await db
          .selectFrom('subscriptions')
          .selectAll()
          .where('service_id', '=', key.serviceId)
          .where('channel', '=', key.channel)
          .where('recipient_hash', '=', key.recipientHash)
          .executeTakeFirst();
        return (
          row && {
            serviceId: row.service_id,
            channel: row.channel,
            recipientHash: row.recipient_hash,
            sealed: row.sealed,
            wants: row.wants,
            language: row.language,
            knownStatus: row.known_status,
            confirmedAtMs: row.confirmed_at_ms,
          }
        );
      });
    },

    replaceRecipient(channel, fromHash, to) {
      return session.write(async (transaction) => {
        if (fromHash !== to.recipientHash) {
          await moveOutbox(transaction, channel, fromHash, to.recipientHash);
          await transaction
            .deleteFrom('subscriptions')
            .where('channel', '=', channel)
            .where('recipient_hash', '=', fromHash)
            .where('service_id', 'in', (of) =>
              of
                .selectFrom('subscriptions')
                .select('service_id')
                .where('channel', '=', channel)
                .where('recipient_hash', '=', to.recipientHash),
            )
            .execute();
        }
        await transaction
          .updateTable('subscriptions')
          .set({ recipient_hash: to.recipientHash, sealed: to.sealed })
          .where('channel', '=', channel)
          .where('recipient_hash', '=', fromHash)
          .execute();
      });
    },

    unsubscribe(key) {
      return session.write(async (transaction) => {
        for (const table of ['outbox', 'subscriptions'] as const) {
          await transaction
            .deleteFrom(table)
            .where('service_id', '=', key.serviceId)
            .where('channel', '=', key.channel)
            .where('recipient_hash', '=', key.recipientHash)
            .execute();
        }
      });
    },
  }) satisfies Partial<NotificationStore>;

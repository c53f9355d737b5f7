import type { NotificationStore } from '../../notify/notification-store.js';
import { readDecision } from '../decision-store.js';
import type { Session } from '../session.js';

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

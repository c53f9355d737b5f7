import type { Migration } from 'kysely';

/** An index for finding what one recipient wants of all services, when a browser's push endpoint has changed. */
export const subscriptionsByRecipient: Migration = {
  async up(db) {
    await db.schema
      .createIndex('subscriptions_by_recipient')
      .on('subscriptions')
      .columns(['recipient_hash', 'channel'])
      .execute();
  },
};

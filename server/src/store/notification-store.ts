import type { NotificationStore } from '../notify/notification-store.js';
import { changesOf } from './notifications/changes.js';
import { outboxOf } from './notifications/outbox.js';
import { subscriptionsOf } from './notifications/subscriptions.js';
import type { Session } from './session.js';
import type { Database } from './tables.js';

const findSecret = (db: Database, name: string): Promise<{ value: string } | undefined> =>
  db.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirst();

/** The {@link NotificationStore} of a database. */
export const notificationStoreOf = (session: Session): NotificationStore => ({
  ...subscriptionsOf(session),
  ...changesOf(session),
  ...outboxOf(session),

  readSecret(name, make) {
    return session.operate(async ({ db, write }) => {
      const known = await findSecret(db, name);
      if (known) return known.value;
      await write((transaction) =>
        transaction
          .insertInto('secrets')
          .values({ name, value: make() })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .execute(),
      );
      // If several processes create it at once, all read back the first one.
      const made = await findSecret(db, name);
      if (!made) throw new Error(`the secret ${name} is gone right after it was made`);
      return made.value;
    });
  },
});

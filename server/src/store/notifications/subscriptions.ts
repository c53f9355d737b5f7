import type {
  NewSubscription,
  NumberedChange,
  RecipientKey,
  Subscription,
} from '../notification-store.js';
import { readDecision } from '../decisions.js';
import type { Database, TablesTransaction } from '../tables.js';

/** See `NotificationStore.subscribe`. */
export async function subscribe(
  transaction: TablesTransaction,
  subscription: NewSubscription,
): Promise<void> {
  const { serviceId, channel, recipientHash, sealed, wants, language, confirmedAtMs } =
    subscription;
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
}

/** See `NotificationStore.readSubscription`. */
export async function readSubscription(
  db: Database,
  key: RecipientKey,
): Promise<Subscription | undefined> {
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
}

/** See `NotificationStore.unsubscribe`. */
export async function unsubscribe(
  transaction: TablesTransaction,
  key: RecipientKey,
): Promise<void> {
  for (const table of ['outbox', 'subscriptions'] as const) {
    await transaction
      .deleteFrom(table)
      .where('service_id', '=', key.serviceId)
      .where('channel', '=', key.channel)
      .where('recipient_hash', '=', key.recipientHash)
      .execute();
  }
}

/** Takes a change as known to every subscriber of its service; within the caller's transaction. */
export async function setKnownToAll(
  transaction: TablesTransaction,
  change: NumberedChange,
): Promise<void> {
  await transaction
    .updateTable('subscriptions')
    .set({ known_status: change.to })
    .where('service_id', '=', change.serviceId)
    .execute();
}

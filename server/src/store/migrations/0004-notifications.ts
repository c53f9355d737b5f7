import type { Kysely, Migration } from 'kysely';

async function createSubscriptions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('subscriptions')
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('recipient_hash', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('wants', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('known_status', 'text', (column) => column.notNull())
    .addColumn('confirmed_at_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('subscriptions_key', ['service_id', 'channel', 'recipient_hash'])
    .execute();
  await db.schema
    .createTable('secrets')
    .addColumn('name', 'text', (column) => column.notNull().primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}

async function createOutbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('message_key', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('recipient_hash', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('due_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('expires_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('leased_until_ms', 'bigint', (column) => column.notNull())
    .addColumn('sent_at_ms', 'bigint')
    .addPrimaryKeyConstraint('outbox_key', [
      'service_id',
      'message_key',
      'channel',
      'recipient_hash',
    ])
    .execute();
  await db.schema
    .createTable('outbox_cursors')
    .addColumn('service_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .execute();
  const indexes = [
    ['outbox_by_turn', ['channel', 'state', 'due_at_ms']],
    ['outbox_by_recipient', ['recipient_hash', 'service_id', 'channel']],
    ['outbox_by_age', ['created_at_ms']],
  ] as const;
  for (const [name, columns] of indexes) {
    await db.schema
      .createIndex(name)
      .on('outbox')
      .columns([...columns])
      .execute();
  }
}

/** Subscriptions to changes, and the outbox. */
export const notifications: Migration = {
  async up(db) {
    await createSubscriptions(db);
    await createOutbox(db);
  },
};

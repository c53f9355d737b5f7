import type { Migration } from 'kysely';

/** Votes ("works for me again"), counted apart from reports; and views of a service's feed. */
export const votesAndViews: Migration = {
  async up(db) {
    await db.schema
      .createTable('vote_counts')
      .addColumn('service_id', 'text', (column) => column.notNull())
      .addColumn('minute_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('shard', 'integer', (column) => column.notNull())
      .addColumn('vote_count', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('vote_counts_key', ['service_id', 'minute_at_ms', 'origin', 'shard'])
      .execute();
    await db.schema
      .createTable('view_counts')
      .addColumn('service_id', 'text', (column) => column.notNull())
      .addColumn('minute_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('shard', 'integer', (column) => column.notNull())
      .addColumn('view_count', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('view_counts_key', ['service_id', 'minute_at_ms', 'shard'])
      .execute();
    // An index for purging.
    for (const table of ['vote_counts', 'view_counts']) {
      await db.schema.createIndex(`${table}_by_age`).on(table).columns(['minute_at_ms']).execute();
    }
  },
};

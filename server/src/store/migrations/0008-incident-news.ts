import type { Migration } from 'kysely';

/** When this server first saw that an incident of a vendor's page was open, or over. */
export const incidentNews: Migration = {
  async up(db) {
    await db.schema
      .createTable('incident_news')
      .addColumn('service_id', 'text', (column) => column.notNull())
      .addColumn('incident_id', 'text', (column) => column.notNull())
      .addColumn('turn', 'integer', (column) => column.notNull())
      .addColumn('seen_at_ms', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('incident_news_key', ['service_id', 'incident_id', 'turn'])
      .execute();
    // An index for purging.
    await db.schema
      .createIndex('incident_news_by_age')
      .on('incident_news')
      .columns(['seen_at_ms'])
      .execute();
  },
};

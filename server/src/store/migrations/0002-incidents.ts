import type { Migration } from 'kysely';

/** Incidents from vendors' pages and imports. */
export const incidents: Migration = {
  async up(db) {
    await db.schema
      .createTable('incidents')
      .addColumn('service_id', 'text', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('incident_id', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('impact', 'text', (column) => column.notNull())
      .addColumn('started_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('ended_at_ms', 'bigint')
      .addColumn('url', 'text')
      .addPrimaryKeyConstraint('incidents_key', ['service_id', 'source', 'incident_id'])
      .execute();
  },
};

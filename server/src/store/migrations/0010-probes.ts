import type { Migration } from 'kysely';

/** What checks have found, and which process asks. */
export const probes: Migration = {
  async up(db) {
    await db.schema
      .createTable('probes')
      .addColumn('service_id', 'text', (column) => column.primaryKey())
      .addColumn('document', 'text', (column) => column.notNull())
      .execute();
    // One row for each thing that one process does for all.
    await db.schema
      .createTable('leases')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('leased_until_ms', 'bigint', (column) => column.notNull())
      .execute();
  },
};

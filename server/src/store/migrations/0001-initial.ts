import type { Kysely, Migration } from 'kysely';

async function createReportTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reports')
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('idempotency_key', 'text', (column) => column.notNull())
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('received_at_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('reports_key', ['service_id', 'idempotency_key'])
    .execute();
  await db.schema
    .createTable('voices')
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('visitor_hash', 'text', (column) => column.notNull())
    .addColumn('reported_at_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('voices_key', ['service_id', 'visitor_hash'])
    .execute();
  await db.schema
    .createTable('salts')
    .addColumn('day', 'text', (column) => column.notNull().primaryKey())
    .addColumn('salt', 'text', (column) => column.notNull())
    .execute();
}

async function createCounterTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('minute_counts')
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('minute_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('shard', 'integer', (column) => column.notNull())
    .addColumn('report_count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('minute_counts_key', [
      'service_id',
      'minute_at_ms',
      'category',
      'shard',
    ])
    .execute();
  await db.schema
    .createTable('hour_counts')
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('hour_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('shard', 'integer', (column) => column.notNull())
    .addColumn('report_count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('hour_counts_key', ['service_id', 'hour_at_ms', 'shard'])
    .execute();
  await db.schema
    .createTable('origin_counts')
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('ten_minutes_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('shard', 'integer', (column) => column.notNull())
    .addColumn('report_count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('origin_counts_key', [
      'service_id',
      'ten_minutes_at_ms',
      'origin',
      'shard',
    ])
    .execute();
}

async function createStatusTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('decisions')
    .addColumn('service_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('since_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('memory', 'text', (column) => column.notNull())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('changes')
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addColumn('from_status', 'text', (column) => column.notNull())
    .addColumn('to_status', 'text', (column) => column.notNull())
    .addColumn('changed_at_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('changes_key', ['service_id', 'revision'])
    .execute();
  await db.schema
    .createTable('officials')
    .addColumn('service_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('document', 'text', (column) => column.notNull())
    .execute();
}

// Indexes for purging; the one on minutes also finds the active services.
async function createAgeIndexes(db: Kysely<unknown>): Promise<void> {
  const byAge = [
    ['reports', ['received_at_ms']],
    ['voices', ['reported_at_ms']],
    ['minute_counts', ['minute_at_ms', 'service_id']],
    ['hour_counts', ['hour_at_ms']],
    ['origin_counts', ['ten_minutes_at_ms']],
  ] as const;
  for (const [table, columns] of byAge) {
    await db.schema
      .createIndex(`${table}_by_age`)
      .on(table)
      .columns([...columns])
      .execute();
  }
}

/** The tables of the first release. */
export const initial: Migration = {
  async up(db) {
    await createReportTables(db);
    await createCounterTables(db);
    await createStatusTables(db);
    await createAgeIndexes(db);
  },
};

import { PostgresAdapter, sql, type Migration } from 'kysely';

/**
 * Used proofs of work, counts of whole networks, the visitor's answer where it differs from the outcome, paused services;
 * and on Postgres the limits that several processes share.
 */
export const abuse: Migration = {
  async up(db) {
    await db.schema.alterTable('reports').addColumn('told', 'text').execute();
    await db.schema
      .createTable('used_proofs')
      .addColumn('service_id', 'text', (column) => column.notNull())
      .addColumn('nonce', 'text', (column) => column.notNull())
      .addColumn('used_at_ms', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('used_proofs_key', ['service_id', 'nonce'])
      .execute();
    await db.schema
      .createTable('network_voices')
      .addColumn('service_id', 'text', (column) => column.notNull())
      .addColumn('network_hash', 'text', (column) => column.notNull())
      .addColumn('opened_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('voice_count', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('network_voices_key', ['service_id', 'network_hash'])
      .execute();
    await db.schema
      .createTable('paused_services')
      .addColumn('service_id', 'text', (column) => column.notNull().primaryKey())
      .addColumn('paused_at_ms', 'bigint', (column) => column.notNull())
      .execute();
    // Indexes for purging.
    for (const [table, column] of [
      ['used_proofs', 'used_at_ms'],
      ['network_voices', 'opened_at_ms'],
    ] as const) {
      await db.schema.createIndex(`${table}_by_age`).on(table).columns([column]).execute();
    }
    // On SQLite the one process counts its limits in memory. Columns are those of rate-limiter-flexible. Unlogged, because
    // a limit of a minute is neither worth a disk sync per request nor missed after a crash.
    if (db.getExecutor().adapter instanceof PostgresAdapter) {
      await sql`create unlogged table rate_limits (
        key varchar(255) primary key, points integer not null default 0, expire bigint
      )`.execute(db);
    }
  },
};

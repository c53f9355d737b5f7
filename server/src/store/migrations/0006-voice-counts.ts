import { sql, type Migration } from 'kysely';

/** Adds how often an address counted in its window, and when that window opened. */
export const voiceCounts: Migration = {
  async up(db) {
    await db.schema
      .alterTable('voices')
      .addColumn('opened_at_ms', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .alterTable('voices')
      .addColumn('voice_count', 'integer', (column) => column.notNull().defaultTo(1))
      .execute();
    await sql`update voices set opened_at_ms = reported_at_ms`.execute(db);
  },
};

import { sql, type Migration } from 'kysely';

/** How often an address was heard in its window, beside when: one row for what were two, of a visitor and of a network. */
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

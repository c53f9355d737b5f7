import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Rebuilds a table with the same rows and other columns in its key, because SQLite cannot change a key. The new table has
 * the old name, so its key and index have the same names as in a new database.
 */
async function rebuild(
  db: Kysely<unknown>,
  table: string,
  create: () => Promise<void>,
  copy: string,
): Promise<void> {
  await sql.raw(`create table moved_rows as select * from ${table}`).execute(db);
  await db.schema.dropTable(table).execute();
  await create();
  await sql.raw(`insert into ${table} ${copy} from moved_rows`).execute(db);
  await db.schema.dropTable('moved_rows').execute();
}

async function createVoices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('voices')
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('visitor_hash', 'text', (column) => column.notNull())
    .addColumn('is_vote', 'smallint', (column) => column.notNull())
    .addColumn('is_told_only', 'smallint', (column) => column.notNull())
    .addColumn('reported_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('opened_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('voice_count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('voices_key', [
      'service_id',
      'visitor_hash',
      'is_vote',
      'is_told_only',
    ])
    .execute();
  await db.schema.createIndex('voices_by_age').on('voices').column('reported_at_ms').execute();
}

async function createNetworkVoices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('network_voices')
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('network_hash', 'text', (column) => column.notNull())
    .addColumn('is_vote', 'smallint', (column) => column.notNull())
    .addColumn('opened_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('voice_count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('network_voices_key', ['service_id', 'network_hash', 'is_vote'])
    .execute();
  await db.schema
    .createIndex('network_voices_by_age')
    .on('network_voices')
    .column('opened_at_ms')
    .execute();
}

/**
 * Replaces the prefixes `said ` and `vote ` before a hash, in this order, with columns: whether the row is for votes, and
 * whether the visitor's answer was `counted` although nothing counts. No hash contains a space.
 */
export const voiceColumns: Migration = {
  async up(db) {
    await rebuild(
      db,
      'voices',
      () => createVoices(db),
      `select service_id,
        case
          when visitor_hash like 'said vote %' then substr(visitor_hash, 11)
          when visitor_hash like 'said %' or visitor_hash like 'vote %' then substr(visitor_hash, 6)
          else visitor_hash
        end,
        case when visitor_hash like 'vote %' or visitor_hash like 'said vote %' then 1 else 0 end,
        case when visitor_hash like 'said %' then 1 else 0 end,
        reported_at_ms, opened_at_ms, voice_count`,
    );
    await rebuild(
      db,
      'network_voices',
      () => createNetworkVoices(db),
      `select service_id,
        case when network_hash like 'vote %' then substr(network_hash, 6) else network_hash end,
        case when network_hash like 'vote %' then 1 else 0 end,
        opened_at_ms, voice_count`,
    );
  },
};

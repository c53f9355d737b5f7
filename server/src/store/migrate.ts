import { DEFAULT_MIGRATION_TABLE, Migrator, sql, type Migration } from 'kysely';
import { initial } from './migrations/0001-initial.js';
import { incidents } from './migrations/0002-incidents.js';
import { votesAndViews } from './migrations/0003-votes-and-views.js';
import { notifications } from './migrations/0004-notifications.js';
import { abuse } from './migrations/0005-abuse.js';
import { voiceCounts } from './migrations/0006-voice-counts.js';
import { voiceColumns } from './migrations/0007-voice-columns.js';
import { incidentNews } from './migrations/0008-incident-news.js';
import { subscriptionsByRecipient } from './migrations/0009-subscriptions-by-recipient.js';
import { probes } from './migrations/0010-probes.js';
import type { Database } from './tables.js';

/** Every migration, oldest first. A published one is never edited: add the next number. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-initial': initial,
  '0002-incidents': incidents,
  '0003-votes-and-views': votesAndViews,
  '0004-notifications': notifications,
  '0005-abuse': abuse,
  '0006-voice-counts': voiceCounts,
  '0007-voice-columns': voiceColumns,
  '0008-incident-news': incidentNews,
  '0009-subscriptions-by-recipient': subscriptionsByRecipient,
  '0010-probes': probes,
};

/** A newer server than this one has migrated the tables. */
export class NewerTablesError extends Error {
  override readonly name = 'NewerTablesError';

  /** @param migrations The migrations that this server does not know. */
  constructor(migrations: readonly string[]) {
    super(
      `a newer version of this server has changed the tables (${migrations.join(', ')}); ` +
        'start that version or a later one, or restore a backup from before it',
    );
  }
}

const readMigrationNames = async (db: Database): Promise<string[]> => {
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name`.execute(db);
  return rows.map(({ name }) => name);
};

/**
 * Migrates the tables to the latest version. Safe if several processes on one Postgres start together: there the migrator
 * holds an advisory lock and runs in a transaction. On SQLite the caller must do both.
 *
 * @throws {NewerTablesError} If a newer server has migrated the tables · otherwise the database's own error.
 */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (!error) return;
  // Kysely's error would call the migrations corrupted.
  const unknown = (await readMigrationNames(db)).filter((name) => !(name in MIGRATIONS));
  if (unknown.length > 0) throw new NewerTablesError(unknown);
  throw error;
}

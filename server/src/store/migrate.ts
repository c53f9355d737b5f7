import { Migrator, type Migration } from 'kysely';
import { initial } from './migrations/0001-initial.js';
import { incidents } from './migrations/0002-incidents.js';
import { votesAndViews } from './migrations/0003-votes-and-views.js';
import { notifications } from './migrations/0004-notifications.js';
import type { Database } from './tables.js';

/** Every migration, oldest first. A published one is never edited: add the next number. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-initial': initial,
  '0002-incidents': incidents,
  '0003-votes-and-views': votesAndViews,
  '0004-notifications': notifications,
};

/**
 * Brings the tables up to date. Safe with several processes on one Postgres starting together: there the migrator holds
 * an advisory lock and runs in a transaction. On SQLite the caller does both.
 *
 * @throws The database's own error.
 */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

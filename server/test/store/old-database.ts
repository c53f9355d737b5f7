import { Migrator } from 'kysely';
import { MIGRATIONS } from '../../src/store/migrate.js';
import type { Database } from '../../src/store/tables.js';

/**
 * Makes the tables of an older version in an empty database.
 *
 * @param name The last migration of that version.
 */
export async function migrateTo(db: Database, name: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateTo(name);
  if (error) throw error;
}

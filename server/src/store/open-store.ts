import { openPostgresStore } from './postgres-store.js';
import { openSqliteStore } from './sqlite-store.js';
import type { Store } from './store-of.js';

/**
 * Opens the store that the settings name.
 *
 * @param settings.dataDir Folder of the embedded database; unused with a `databaseUrl`.
 * @param settings.databaseUrl Postgres, instead of the embedded database.
 * @param settings.databaseReadUrl A standby of that Postgres, for reads.
 * @throws {StoreError} If it cannot be opened.
 */
export function openStore({
  dataDir,
  databaseUrl,
  databaseReadUrl,
}: {
  dataDir: string;
  databaseUrl?: string | undefined;
  databaseReadUrl?: string | undefined;
}): Promise<Store> {
  return databaseUrl
    ? openPostgresStore({ databaseUrl, databaseReadUrl })
    : openSqliteStore({ dataDir });
}

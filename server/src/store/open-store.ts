import { openPostgresStore } from './postgres-store.js';
import { openSqliteStore } from './sqlite-store.js';
import type { Store } from './store-of.js';

/**
 * Opens the store the settings ask for.
 *
 * @param settings.dataDir Folder of the embedded database; not touched when there is a `databaseUrl`.
 * @param settings.databaseUrl Postgres instead of the embedded database.
 * @param settings.databaseReadUrl A standby of that Postgres, for reads.
 * @throws {StoreError} When it cannot be opened.
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

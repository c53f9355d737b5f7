import type { Database } from '../tables.js';
import type { Write } from './changes.js';

const findSecret = (db: Database, name: string): Promise<{ value: string } | undefined> =>
  db.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirst();

/** See `NotificationStore.readSecret`. Processes that make one at the same time all read back the one that was first. */
export async function readSecret(
  db: Database,
  write: Write,
  name: string,
  make: () => string,
): Promise<string> {
  const known = await findSecret(db, name);
  if (known) return known.value;
  await write((transaction) =>
    transaction
      .insertInto('secrets')
      .values({ name, value: make() })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute(),
  );
  const made = await findSecret(db, name);
  if (!made) throw new Error(`the secret ${name} is gone right after it was made`);
  return made.value;
}

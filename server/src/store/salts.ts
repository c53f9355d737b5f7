import { randomBytes } from 'node:crypto';
import type { Database, TablesTransaction } from './tables.js';

const SALT_BYTES = 32;

const findSalt = (db: Database, day: string): Promise<{ salt: string } | undefined> =>
  db.selectFrom('salts').select('salt').where('day', '=', day).executeTakeFirst();

/**
 * See `Store.readSalt`. Processes that make one at the same time all read back the one that was first.
 *
 * @param write Runs a function in a transaction.
 */
export async function readSalt(
  db: Database,
  write: <T>(run: (transaction: TablesTransaction) => Promise<T>) => Promise<T>,
  day: string,
): Promise<string> {
  const known = await findSalt(db, day);
  if (known) return known.salt;
  await write((transaction) =>
    transaction
      .insertInto('salts')
      .values({ day, salt: randomBytes(SALT_BYTES).toString('hex') })
      .onConflict((conflict) => conflict.column('day').doNothing())
      .execute(),
  );
  const made = await findSalt(db, day);
  if (!made) throw new Error(`the salt of ${day} is gone right after it was made`);
  return made.salt;
}

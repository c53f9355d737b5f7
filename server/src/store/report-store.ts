import { randomBytes } from 'node:crypto';
import { StoreError } from '../lib/store-error.js';
import { assertStorable } from '../reports/new-report.js';
import { MAX_BATCH, type ReportStore } from '../reports/report-store.js';
import { countByCategory, countByOrigin } from './read-counts.js';
import type { Session } from './session.js';
import type { Database } from './tables.js';

const SALT_BYTES = 32;

const findSalt = (db: Database, day: string): Promise<{ salt: string } | undefined> =>
  db.selectFrom('salts').select('salt').where('day', '=', day).executeTakeFirst();

/** The {@link ReportStore} of a database; `add-reports.ts` adds the batches. */
export const reportStoreOf = (
  session: Session,
  openLimiter: ReportStore['openLimiter'],
): ReportStore => ({
  openLimiter,

  addReports(reports, countWindowMs) {
    return session.operate(async ({ perform }) => {
      if (reports.length > MAX_BATCH) {
        throw new StoreError(`expected at most ${MAX_BATCH} reports, got ${reports.length}`, {
          code: 'invalid',
        });
      }
      reports.forEach(assertStorable);
      if (reports.length === 0) return [];
      return perform({ reports, countWindowMs, shard: session.shard });
    });
  },

  countByCategory(serviceId, fromMs, toMs) {
    return session.read((db) => countByCategory(db, serviceId, fromMs, toMs));
  },

  countByOrigin(serviceId, fromMs, toMs) {
    return session.read((db) => countByOrigin(db, serviceId, fromMs, toMs));
  },

  readSalt(day) {
    return session.operate(async ({ db, write }) => {
      const known = await findSalt(db, day);
      if (known) return known.salt;
      await write((transaction) =>
        transaction
          .insertInto('salts')
          .values({ day, salt: randomBytes(SALT_BYTES).toString('hex') })
          .onConflict((conflict) => conflict.column('day').doNothing())
          .execute(),
      );
      // If several processes create it at once, all read back the first one.
      const made = await findSalt(db, day);
      if (!made) throw new Error(`the salt of ${day} is gone right after it was made`);
      return made.salt;
    });
  },

  readPaused() {
    return session.read(async (db) => {
      const rows = await db.selectFrom('paused_services').select('service_id').execute();
      return new Set(rows.map((row) => row.service_id));
    });
  },

  async writePaused(serviceId, paused, nowMs) {
    await session.writeAndAnnounce(
      serviceId,
      (transaction) =>
        paused
          ? transaction
              .insertInto('paused_services')
              .values({ service_id: serviceId, paused_at_ms: nowMs })
              .onConflict((conflict) => conflict.column('service_id').doNothing())
              .returning('service_id')
              .execute()
          : transaction
              .deleteFrom('paused_services')
              .where('service_id', '=', serviceId)
              .returning('service_id')
              .execute(),
      (rows) => rows.length > 0,
    );
  },
});

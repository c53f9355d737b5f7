import { type ProbeStore, type StoredChecks, visibleOf } from '../probe/probe-store.js';
import type { Session } from './session.js';
import type { Database } from './tables.js';

/** Name of the right to ask. */
const LEASE = 'probe';

async function readChecks(db: Database, serviceId: string): Promise<StoredChecks | undefined> {
  const row = await db
    .selectFrom('probes')
    .select('document')
    .where('service_id', '=', serviceId)
    .executeTakeFirst();
  return row && (JSON.parse(row.document) as StoredChecks);
}

/** The {@link ProbeStore} of a database. */
export const probeStoreOf = (session: Session): ProbeStore => ({
  readChecks(serviceId) {
    return session.read((db) => readChecks(db, serviceId));
  },

  async writeChecks(serviceId, checks) {
    await session.writeAndAnnounce(
      serviceId,
      async (transaction) => {
        const previous = await readChecks(transaction, serviceId);
        const document = JSON.stringify(checks);
        await transaction
          .insertInto('probes')
          .values({ service_id: serviceId, document })
          .onConflict((conflict) => conflict.column('service_id').doUpdateSet({ document }))
          .execute();
        return visibleOf(previous) !== visibleOf(checks);
      },
      (differs) => differs,
    );
  },

  takeLease(holder, nowMs, untilMs) {
    return session.write(async (transaction) => {
      const taken = await transaction
        .insertInto('leases')
        .values({ name: LEASE, holder, leased_until_ms: untilMs })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ holder, leased_until_ms: untilMs })
            .where((is) =>
              is.or([is('leases.holder', '=', holder), is('leases.leased_until_ms', '<=', nowMs)]),
            ),
        )
        .returning('holder')
        .executeTakeFirst();
      return taken !== undefined;
    });
  },

  async releaseLease(holder) {
    await session.write((transaction) =>
      transaction
        .deleteFrom('leases')
        .where('name', '=', LEASE)
        .where('holder', '=', holder)
        .execute(),
    );
  },
});

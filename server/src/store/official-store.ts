import type { Official } from 'outage-status/feed';
import { HOUR_MS, toTimestamp } from '../lib/clock.js';
import type { DatedIncident } from '../feed/history-store.js';
import type { OfficialStore } from '../official/official-store.js';
import { recordIncidentNews } from './incident-news.js';
import { toIncident, writeIncident } from './incidents.js';
import type { Session } from './session.js';
import type { Database, IncidentRow } from './tables.js';

/** Most incidents that a page's reading carries. A list of this length may lack open incidents. */
const FULL_LIST = 20;

/**
 * An incident that begins this long after its end, or later, is another of the same id: recurring maintenance, maintenance
 * that is switched on again, or an incident named by its title alone. Sooner, it goes on.
 */
const LONGEST_BREAK_MS = 6 * HOUR_MS;

async function readOfficial(db: Database, serviceId: string): Promise<Official | undefined> {
  const row = await db
    .selectFrom('officials')
    .select('document')
    .where('service_id', '=', serviceId)
    .executeTakeFirst();
  return row && (JSON.parse(row.document) as Official);
}

const withoutCheckTime = (official: Official | undefined): string =>
  JSON.stringify(official && { ...official, checkedAt: undefined });

/** The {@link OfficialStore} of a database. */
export const officialStoreOf = (session: Session): OfficialStore => ({
  readOfficial(serviceId) {
    return session.read((db) => readOfficial(db, serviceId));
  },

  async writeOfficial(serviceId, official) {
    await session.writeAndAnnounce(
      serviceId,
      async (transaction) => {
        const previous = await readOfficial(transaction, serviceId);
        const document = JSON.stringify(official);
        await transaction
          .insertInto('officials')
          .values({ service_id: serviceId, document })
          .onConflict((conflict) => conflict.column('service_id').doUpdateSet({ document }))
          .execute();
        return withoutCheckTime(previous) !== withoutCheckTime(official);
      },
      (differs) => differs,
    );
  },

  recordVendorIncidents(serviceId, listed, seenAtMs) {
    return session.write(async (transaction) => {
      const recorded: DatedIncident[] = [];
      for (const incident of listed) {
        const { endedAt } = incident;
        const startedAt = incident.startedAt ?? endedAt ?? toTimestamp(seenAtMs);
        const dated = { ...incident, startedAt, serviceId };
        const goesOn = (before: IncidentRow): boolean =>
          before.ended_at_ms === null ||
          Date.parse(startedAt) < before.ended_at_ms + LONGEST_BREAK_MS;
        recorded.push((await writeIncident(transaction, dated, goesOn)).incident);
      }
      if (listed.length >= FULL_LIST) {
        await recordIncidentNews(transaction, serviceId, seenAtMs);
        return recorded;
      }
      const ids = new Set(listed.map(({ id }) => id));
      const open = await transaction
        .selectFrom('incidents')
        .selectAll()
        .where('service_id', '=', serviceId)
        .where('source', '=', 'official')
        .where('ended_at_ms', 'is', null)
        .execute();
      for (const row of open.filter(({ incident_id }) => !ids.has(incident_id))) {
        const endedAt = toTimestamp(Math.max(seenAtMs, row.started_at_ms));
        const ended = { ...toIncident(row), status: 'resolved', endedAt, serviceId } as const;
        await writeIncident(transaction, ended);
      }
      await recordIncidentNews(transaction, serviceId, seenAtMs);
      return recorded;
    });
  },
});

import type { HistoryStore } from '../feed/history-store.js';
import { addToCounters } from './counters.js';
import { toIncident, writeIncident } from './incidents.js';
import { countByCategory, countByHour, countVotes } from './read-counts.js';
import type { Session } from './session.js';

/** The {@link HistoryStore} of a database, and of its replica if there is one. */
export const historyStoreOf = (session: Session): HistoryStore => ({
  countByCategory(serviceId, fromMs, toMs) {
    return session.readReplica((db) => countByCategory(db, serviceId, fromMs, toMs));
  },

  countByHour(serviceId, fromMs, toMs) {
    return session.readReplica((db) => countByHour(db, serviceId, fromMs, toMs));
  },

  countVotes(serviceId, fromMs, toMs) {
    return session.readReplica((db) => countVotes(db, serviceId, fromMs, toMs));
  },

  countBySteps(serviceId, fromMs, stepMs, steps) {
    return session.readReplica(async (db) => {
      const rows = await db
        .selectFrom('minute_counts')
        .select(({ fn }) => ['minute_at_ms', fn.sum<number>('report_count').as('count')])
        .where('service_id', '=', serviceId)
        .where('minute_at_ms', '>=', fromMs)
        .where('minute_at_ms', '<', fromMs + stepMs * steps)
        .groupBy('minute_at_ms')
        .execute();
      const counts = Array.from({ length: steps }, () => 0);
      for (const row of rows) {
        const step = Math.floor((row.minute_at_ms - fromMs) / stepMs);
        counts[step] = (counts[step] ?? 0) + row.count;
      }
      return counts;
    });
  },

  readChanges(serviceId, limit) {
    return session.readReplica(async (db) => {
      const rows = await db
        .selectFrom('changes')
        .selectAll()
        .where('service_id', '=', serviceId)
        .orderBy('revision', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        serviceId: row.service_id,
        from: row.from_status,
        to: row.to_status,
        atMs: row.changed_at_ms,
      }));
    });
  },

  readIncidents(serviceId, fromMs, limit) {
    return session.readReplica(async (db) => {
      const rows = await db
        .selectFrom('incidents')
        .selectAll()
        .where('service_id', '=', serviceId)
        .where((where) =>
          where.or([where('ended_at_ms', 'is', null), where('ended_at_ms', '>=', fromMs)]),
        )
        .orderBy('started_at_ms', 'desc')
        .orderBy('incident_id')
        .limit(limit)
        .execute();
      return rows.map(toIncident);
    });
  },

  readIncidentNews(serviceId, limit) {
    return session.readReplica(async (db) => {
      const rows = await db
        .selectFrom('incident_news')
        .innerJoin('incidents', (join) =>
          join
            .onRef('incidents.service_id', '=', 'incident_news.service_id')
            .onRef('incidents.incident_id', '=', 'incident_news.incident_id')
            .on('incidents.source', '=', 'official'),
        )
        .selectAll('incidents')
        .select(['incident_news.turn', 'incident_news.seen_at_ms'])
        .where('incident_news.service_id', '=', serviceId)
        .orderBy('incident_news.seen_at_ms', 'desc')
        .orderBy('incident_news.incident_id')
        .orderBy('incident_news.turn', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        incident: toIncident(row),
        turn: row.turn,
        seenAtMs: row.seen_at_ms,
      }));
    });
  },

  importCounts(serviceId, counts) {
    const items = counts.filter(({ count }) => count > 0).map((count) => ({ ...count, serviceId }));
    return session.write((transaction) => addToCounters(transaction, items, session.shard));
  },

  importIncidents(incidents) {
    return session.write(async (transaction) => {
      const counts = { added: 0, changed: 0, unchanged: 0 };
      for (const incident of incidents) {
        const { effect } = await writeIncident(transaction, incident);
        counts[effect] += 1;
      }
      return counts;
    });
  },
});

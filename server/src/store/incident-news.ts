import { DAY_MS } from '../lib/clock.js';
import type { TablesTransaction } from './tables.js';

/**
 * Records which of a service's incidents on its vendor's page have begun or ended since the last look, after they were
 * written, within the same transaction. Of processes that look at once, the first one's time stays.
 *
 * An incident that is over when it is first seen began and ended before: it has no turn 1. Its end counts as seen now if
 * that was less than a day ago, as between two looks; the past that a page lists when it is first read is dated as it was.
 */
export async function recordIncidentNews(
  transaction: TablesTransaction,
  serviceId: string,
  seenAtMs: number,
): Promise<void> {
  const rows = await transaction
    .selectFrom('incidents')
    .leftJoin(
      (news) =>
        news
          .selectFrom('incident_news')
          .select((of) => ['incident_id', of.fn.max('turn').as('turn')])
          .where('service_id', '=', serviceId)
          .groupBy('incident_id')
          .as('last'),
      (join) => join.onRef('last.incident_id', '=', 'incidents.incident_id'),
    )
    .select(['incidents.incident_id', 'incidents.ended_at_ms', 'last.turn'])
    .where('service_id', '=', serviceId)
    .where('source', '=', 'official')
    .execute();
  const news = rows.flatMap(({ incident_id, ended_at_ms: endedAtMs, turn }) => {
    const last = turn ?? 0;
    const isOpen = last % 2 === 1;
    if (last > 0 && isOpen === (endedAtMs === null)) return [];
    const isPast = last === 0 && endedAtMs !== null;
    return {
      service_id: serviceId,
      incident_id,
      turn: isPast ? 2 : last + 1,
      seen_at_ms: isPast && endedAtMs < seenAtMs - DAY_MS ? endedAtMs : seenAtMs,
    };
  });
  if (news.length === 0) return;
  await transaction
    .insertInto('incident_news')
    .values(news)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

import { MINUTE_MS, floorTo } from '../lib/clock.js';
import type { ViewStore } from '../views/view-store.js';
import { bulkStatement } from './bulk-statement.js';
import { tally } from './counters.js';
import type { Session } from './session.js';

const ADD_VIEWS = bulkStatement(
  ({ source, text, integer, numbers: [shard] }) => `
    insert into view_counts (service_id, minute_at_ms, shard, view_count)
    select ${text(0)}, ${integer(1)}, ${shard}, ${integer(2)} from ${source} where true
    on conflict (service_id, minute_at_ms, shard)
    do update set view_count = view_counts.view_count + excluded.view_count`,
);

/** The {@link ViewStore} of a database. */
export const viewStoreOf = (session: Session): ViewStore => ({
  addViews(views) {
    const minutes = tally(views, ({ serviceId, atMs }) => [serviceId, floorTo(atMs, MINUTE_MS)]);
    return session.write(async (transaction) => {
      for (const chunk of minutes) await ADD_VIEWS(transaction, chunk, session.shard);
    });
  },

  countViews(serviceId, fromMs, toMs) {
    return session.read(async (db) => {
      const row = await db
        .selectFrom('view_counts')
        .select(({ fn }) => fn.sum<number | null>('view_count').as('count'))
        .where('service_id', '=', serviceId)
        .where('minute_at_ms', '>=', fromMs)
        .where('minute_at_ms', '<', toMs)
        .executeTakeFirst();
      return row?.count ?? 0;
    });
  },
});

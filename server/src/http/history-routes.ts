import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { detectionLeadSeconds } from 'outage-status/model';
import type { CatalogService } from '../catalog/load-catalog.js';
import { type Clock, DAY_MS, floorTo, toTimestamp } from '../clock.js';
import type { Store } from '../store/store.js';
import { listCommunityIncidents } from '../feed/community-incidents.js';
import { errorResponses, historySchema, serviceParameters } from './api-schemas.js';
import { isNews } from '../feed/community-incidents.js';
import { findService } from './find-service.js';

const MAX_CHANGES = 500;
const MAX_INCIDENTS = 200;

const historyRoute = createRoute({
  method: 'get',
  path: '/v1/services/{id}/history.json',
  summary: 'Reports per day, status changes and incidents',
  request: {
    params: serviceParameters,
    query: z.object({ days: z.coerce.number().int().min(1).max(366).default(30) }),
  },
  responses: {
    200: {
      description:
        'Days in UTC, oldest first, today last; changes of the community status and incidents, newest first.',
      content: { 'application/json': { schema: historySchema } },
    },
    ...errorResponses('invalid', 'not_found', 'unavailable'),
  },
});

/** Adds `GET /v1/services/{id}/history.json`. */
export function addHistoryRoutes(
  app: OpenAPIHono,
  parts: { catalog: ReadonlyMap<string, CatalogService>; store: Pick<Store, 'reads'>; now: Clock },
): void {
  const { catalog, store, now } = parts;
  app.openapi(historyRoute, async (context) => {
    const service = findService(catalog, context.req.valid('param').id);
    const { days } = context.req.valid('query');
    const endMs = floorTo(now(), DAY_MS) + DAY_MS;
    const startMs = endMs - days * DAY_MS;
    const [hours, changes, stored] = await Promise.all([
      store.reads.countByHour(service.id, startMs, endMs),
      store.reads.readChanges(service.id, MAX_CHANGES),
      store.reads.readIncidents(service.id, startMs, MAX_INCIDENTS),
    ]);
    const counts = Array.from({ length: days }, () => 0);
    for (const { atMs, count } of hours) {
      const day = Math.floor((atMs - startMs) / DAY_MS);
      counts[day] = (counts[day] ?? 0) + count;
    }
    const incidents = [
      ...listCommunityIncidents(changes).filter(
        ({ endedAt }) => endedAt === null || Date.parse(endedAt) > startMs,
      ),
      ...stored,
    ].toSorted((left, right) => Date.parse(right.startedAt) - Date.parse(left.startedAt));
    context.header('Cache-Control', 'public, max-age=60');
    return context.json(
      {
        days: counts.map((reportCount, day) => ({
          date: toTimestamp(startMs + day * DAY_MS).slice(0, 10),
          reportCount,
        })),
        incidents: incidents.map((incident) => {
          const leadSeconds = detectionLeadSeconds(incident, incidents);
          return leadSeconds === undefined ? incident : { ...incident, leadSeconds };
        }),
        changes: changes
          .filter((change) => change.atMs >= startMs && isNews(change))
          .map(({ from, to, atMs }) => ({ from, to, at: toTimestamp(atMs) })),
      },
      200,
    );
  });
}

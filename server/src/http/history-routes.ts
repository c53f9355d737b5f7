import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { CatalogService } from '../catalog/load-catalog.js';
import { readHistory } from '../feed/service-history.js';
import { type Clock, toTimestamp } from '../lib/clock.js';
import type { HistoryStore } from '../feed/history-store.js';
import { errorResponses, historySchema, serviceParameters } from './api-schemas.js';
import { findService } from './find-service.js';

const historyRoute = createRoute({
  method: 'get',
  path: '/v1/services/{id}/history.json',
  summary: 'List reports per day, status changes and incidents',
  request: {
    params: serviceParameters,
    query: z.object({ days: z.coerce.number().int().min(1).max(366).default(30) }),
  },
  responses: {
    200: {
      description:
        'Days in UTC, oldest first, ending today; changes of the community status and incidents, newest first.',
      content: { 'application/json': { schema: historySchema } },
    },
    ...errorResponses('invalid', 'not_found', 'unavailable'),
  },
});

/** Adds `GET /v1/services/{id}/history.json`. */
export function addHistoryRoutes(
  app: OpenAPIHono,
  parts: { catalog: ReadonlyMap<string, CatalogService>; history: HistoryStore; now: Clock },
): void {
  const { catalog, history, now } = parts;
  app.openapi(historyRoute, async (context) => {
    const service = findService(catalog, context.req.valid('param').id);
    const { days } = context.req.valid('query');
    const { changes, ...rest } = await readHistory(history, service.id, days, now());
    context.header('Cache-Control', 'public, max-age=60');
    return context.json(
      {
        days: [...rest.days],
        incidents: [...rest.incidents],
        changes: changes.map(({ from, to, atMs }) => ({ from, to, at: toTimestamp(atMs) })),
      },
      200,
    );
  });
}

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { CatalogService } from '../catalog/load-catalog.js';
import type { FeedCache } from '../feed/feed-cache.js';
import type { ViewCounter } from '../views/view-counter.js';
import { errorResponses, FEED_COMPONENT, serviceParameters } from './api-schemas.js';
import { findService } from './find-service.js';
import { sendEntity } from './send-entity.js';

/** `Cache-Control` of every feed. */
export const FEED_CACHE_CONTROL = 'public, max-age=15, stale-while-revalidate=60';

const feedRoute = createRoute({
  method: 'get',
  path: '/v1/services/{id}/status.json',
  summary: 'Get the feed of one service',
  request: { params: serviceParameters },
  responses: {
    200: {
      description: 'The feed.',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Feed' } } },
    },
    304: { description: 'The feed that `If-None-Match` names is still the newest.' },
    ...errorResponses('not_found', 'unavailable'),
  },
});

/** Adds `GET /v1/services/{id}/status.json`. */
export function addFeedRoutes(
  app: OpenAPIHono,
  parts: {
    catalog: ReadonlyMap<string, CatalogService>;
    feeds: FeedCache;
    views: Pick<ViewCounter, 'countRequest'>;
  },
): void {
  app.openAPIRegistry.registerComponent('schemas', 'Feed', FEED_COMPONENT as object);
  // The body is prepared bytes, which the typed `app.openapi` cannot return.
  app.openAPIRegistry.registerPath(feedRoute);
  app.get(feedRoute.getRoutingPath(), async (context) => {
    const service = findService(parts.catalog, context.req.param('id'));
    const { entity } = await parts.feeds.get(service);
    if (context.req.method === 'GET')
      parts.views.countRequest(service.id, context.req.header('if-none-match'));
    return sendEntity(context, entity, FEED_CACHE_CONTROL);
  });
}

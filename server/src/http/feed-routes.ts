import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { CatalogService } from '../catalog/load-catalog.js';
import type { FeedCache } from '../feed/feed-cache.js';
import type { ViewCounter } from '../views/view-counter.js';
import { errorResponses, FEED_COMPONENT, serviceParameters } from './api-schemas.js';
import { findService } from './find-service.js';
import { sendEntity } from './send-entity.js';

/** `Cache-Control` of every feed. */
export const FEED_CACHE_CONTROL = 'public, max-age=15, stale-while-revalidate=60';

/** Value of the query's `guide` that leaves the guide empty. */
export const GUIDE_LATER = 'later';

const feedRoute = createRoute({
  method: 'get',
  path: '/v1/services/{id}/status.json',
  summary: 'Get the feed of one service',
  request: {
    params: serviceParameters,
    query: z.object({
      guide: z.string().optional().openapi({
        description:
          'With `later`, a guide comes with empty lists and without `about`: two thirds of a feed are its guide. Any other value changes nothing.',
        example: GUIDE_LATER,
      }),
    }),
  },
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
    const { entity, firstEntity } = await parts.feeds.get(service);
    if (context.req.method === 'GET')
      parts.views.countRequest(service.id, context.req.header('if-none-match'));
    const form = context.req.query('guide') === GUIDE_LATER ? firstEntity : entity;
    return sendEntity(context, form, FEED_CACHE_CONTROL);
  });
}

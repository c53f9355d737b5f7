import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { CatalogService } from '../catalog/load-catalog.js';
import { searchServices } from '../catalog/search-services.js';
import type { Clock } from '../lib/clock.js';
import { overallStatus, type ServiceStates } from '../states/service-states.js';
import { errorResponses, serviceListSchema } from './api-schemas.js';

const listRoute = createRoute({
  method: 'get',
  path: '/v1/services',
  summary: 'List and search services',
  request: {
    query: z.object({
      q: z.string().max(100).optional().openapi({ description: 'Part of an id, name or alias.' }),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
  },
  responses: {
    200: {
      description: 'The services, sorted by name.',
      content: { 'application/json': { schema: serviceListSchema } },
    },
    ...errorResponses('invalid'),
  },
});

/** Adds `GET /v1/services`. */
export function addServiceRoutes(
  app: OpenAPIHono,
  {
    catalog,
    states,
    now,
  }: { catalog: ReadonlyMap<string, CatalogService>; states: ServiceStates; now: Clock },
): void {
  app.openapi(listRoute, (context) => {
    const { q = '', limit } = context.req.valid('query');
    const nowMs = now();
    const services = searchServices(catalog, q)
      .slice(0, limit)
      .map((service) => ({
        id: service.id,
        name: service.name,
        kind: service.kind,
        status: overallStatus(service, states.get(service.id), nowMs),
      }));
    context.header('Cache-Control', 'public, max-age=15');
    return context.json({ services }, 200);
  });
}

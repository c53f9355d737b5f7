import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { CatalogService } from '../catalog/load-catalog.js';
import type { Clock } from '../clock.js';
import { overallStatus, type ServiceStates } from '../feed/service-states.js';
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
      description: 'Services by name.',
      content: { 'application/json': { schema: serviceListSchema } },
    },
    ...errorResponses('invalid'),
  },
});

// Without case and accents, so that "pokemon" finds "Pokémon".
const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

const matches = (service: CatalogService, wanted: string): boolean =>
  [service.id, service.name, ...service.aliases].some((name) => fold(name).includes(wanted));

/** Adds `GET /v1/services`. */
export function addServiceRoutes(
  app: OpenAPIHono,
  {
    catalog,
    states,
    now,
  }: { catalog: ReadonlyMap<string, CatalogService>; states: ServiceStates; now: Clock },
): void {
  const byName = new Intl.Collator('en');
  app.openapi(listRoute, (context) => {
    const { q = '', limit } = context.req.valid('query');
    const wanted = fold(q);
    const nowMs = now();
    const services = [...catalog.values()]
      .filter((service) => matches(service, wanted))
      .toSorted((left, right) => byName.compare(left.name, right.name))
      .slice(0, limit)
      .map((service) => ({
        id: service.id,
        name: service.name,
        kind: service.kind,
        status: overallStatus(states.get(service.id), nowMs),
      }));
    context.header('Cache-Control', 'public, max-age=15');
    return context.json({ services }, 200);
  });
}

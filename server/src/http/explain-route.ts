import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { CatalogService } from '../catalog/load-catalog.js';
import type { Explainer } from '../decide/explain.js';
import type { Clock } from '../lib/clock.js';
import { errorResponses, explanationSchema, serviceParameters } from './api-schemas.js';
import { findService } from './find-service.js';

const explainRoute = createRoute({
  method: 'get',
  path: '/v1/services/{id}/explain.json',
  summary: 'Explain the community status, for operators',
  description: 'The evidence, the usual rates, and what would change the status.',
  request: { params: serviceParameters },
  responses: {
    200: {
      description: 'The explanation of the current decision.',
      content: { 'application/json': { schema: explanationSchema } },
    },
    ...errorResponses('not_found', 'unavailable'),
  },
});

/** Adds `GET /v1/services/{id}/explain.json`. */
export function addExplainRoute(
  app: OpenAPIHono,
  parts: { catalog: ReadonlyMap<string, CatalogService>; explainer: Explainer; now: Clock },
): void {
  const { catalog, explainer, now } = parts;
  app.openapi(explainRoute, async (context) => {
    const service = findService(catalog, context.req.valid('param').id);
    const explanation = await explainer.explain(service, now());
    context.header('Cache-Control', 'no-store');
    return context.json(explanation, 200);
  });
}

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Metrics } from '../metrics/metrics.js';
import type { GroupCommitter } from '../reports/group-commit.js';
import { healthSchema } from './api-schemas.js';
import type { ProxyWatch } from './proxy-watch.js';

const FAILURE_REMEMBERED_SECONDS = 15;

const healthRoute = createRoute({
  method: 'get',
  path: '/v1/health',
  summary: 'Check the health of the server',
  responses: {
    200: {
      description: 'The server is healthy.',
      content: { 'application/json': { schema: healthSchema } },
    },
    503: {
      description: 'The server is failing.',
      content: { 'application/json': { schema: healthSchema } },
    },
  },
});

const metricsRoute = createRoute({
  method: 'get',
  path: '/v1/metrics',
  summary: 'Get the metrics for Prometheus',
  responses: {
    200: { description: 'The metrics.', content: { 'text/plain': { schema: { type: 'string' } } } },
  },
});

/** What the operator's routes need. */
export interface OperatorRouteParts {
  /** Rejects when the database does not answer. */
  readonly checkStore: () => Promise<void>;
  readonly committer: Pick<GroupCommitter, 'failureAgeSeconds'>;
  readonly proxyWatch: Pick<ProxyWatch, 'warning'>;
  readonly metrics: Metrics;
  /** Time since the last complete round of decisions; before the first, since the core was created. */
  readonly tickAgeSeconds: () => number;
  /** Above this age, the health check fails. */
  readonly maxTickAgeSeconds: number;
}

/** Adds `GET /v1/health` and `GET /v1/metrics`. */
export function addOperatorRoutes(app: OpenAPIHono, parts: OperatorRouteParts): void {
  const { checkStore, committer, proxyWatch, metrics, tickAgeSeconds, maxTickAgeSeconds } = parts;

  app.openapi(healthRoute, async (context) => {
    const problems: string[] = [];
    await checkStore().catch(() => problems.push('The database does not answer.'));
    // Only recent failures count: an instance that gets no traffic because it fails could not notice its recovery.
    if (committer.failureAgeSeconds < FAILURE_REMEMBERED_SECONDS) {
      problems.push('Reports cannot be stored.');
    }
    const ageSeconds = Math.round(tickAgeSeconds());
    if (ageSeconds > maxTickAgeSeconds) {
      problems.push(`The last round of decisions was ${ageSeconds} s ago.`);
    }
    const warnings = proxyWatch.warning === undefined ? [] : [`${proxyWatch.warning}.`];
    context.header('Cache-Control', 'no-store');
    return problems.length === 0
      ? context.json({ status: 'ok' as const, problems, warnings }, 200)
      : context.json({ status: 'failing' as const, problems, warnings }, 503);
  });

  app.openAPIRegistry.registerPath(metricsRoute);
  app.get(metricsRoute.path, async (context) =>
    context.body(await metrics.write(), 200, {
      'Content-Type': metrics.contentType,
      'Cache-Control': 'no-store',
    }),
  );
}

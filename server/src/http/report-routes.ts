import type { HttpBindings } from '@hono/node-server';
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import proxyAddress from 'proxy-addr';
import type { Context } from 'hono';
import type { CatalogService } from '../catalog/load-catalog.js';
import { toAddressPrefix } from '../reports/address-prefix.js';
import type { ReportDesk, Sender } from '../reports/report-desk.js';
import { normaliseOrigin } from '../reports/report-origin.js';
import {
  errorResponses,
  reportAnswerSchema,
  reportRequestSchema,
  serviceParameters,
} from './api-schemas.js';
import { findService } from './find-service.js';
import { HttpError } from './http-error.js';
import { readJsonBody } from './read-json-body.js';

const MAX_BODY_BYTES = 2048;

const reportRoute = createRoute({
  method: 'post',
  path: '/v1/services/{id}/reports',
  summary: 'Report a problem, or that it works again',
  description:
    'A visitor is counted once in a while with a report and once with the opposite vote, which weighs only while a problem is open. Answered only after it is durable. A retry with the same key gets the first answer and is not counted again.',
  request: {
    params: serviceParameters,
    body: { required: true, content: { 'application/json': { schema: reportRequestSchema } } },
  },
  responses: {
    202: {
      description: 'What became of the report.',
      content: { 'application/json': { schema: reportAnswerSchema } },
    },
    ...errorResponses(
      'invalid',
      'not_found',
      'too_large',
      'unsupported_media_type',
      'rate_limited',
      'unavailable',
    ),
  },
});

/** What the report route works with. */
export interface ReportRouteParts {
  readonly catalog: ReadonlyMap<string, CatalogService>;
  readonly desk: ReportDesk;
  /** Proxies whose `X-Forwarded-For` is believed, in proxy-addr's words; none: the header is ignored. */
  readonly trustedProxies: readonly string[];
  /** How visitors reach the server, as far as it is known. */
  readonly publicUrl: () => string | undefined;
  /** Told of every answer: an outcome or an error's code. */
  readonly observe: (outcome: string) => void;
}

/** Adds `POST /v1/services/{id}/reports`. */
export function addReportRoutes(app: OpenAPIHono, parts: ReportRouteParts): void {
  const { catalog, desk, observe } = parts;
  const trust = proxyAddress.compile([...parts.trustedProxies]);

  const readSender = (context: Context): Sender => {
    const { incoming } = (context.env ?? {}) as Partial<HttpBindings>;
    const publicUrl = parts.publicUrl();
    return {
      addressPrefix: toAddressPrefix(incoming && proxyAddress(incoming, trust)),
      origin: normaliseOrigin(context.req.header('origin'), {
        publicOrigin: publicUrl === undefined ? undefined : new URL(publicUrl).origin,
        host: context.req.header('host'),
      }),
    };
  };

  // The body is read by hand, with a cap, before anything parses it; `app.openapi` would read all of it first.
  app.openAPIRegistry.registerPath(reportRoute);
  app.post(reportRoute.getRoutingPath(), async (context) => {
    try {
      const service = findService(catalog, context.req.param('id'));
      const sender = readSender(context);
      await desk.admit(sender);
      const body = await readJsonBody(context, MAX_BODY_BYTES);
      const answer = await desk.take(service, body, sender);
      observe(answer.outcome);
      context.header('Cache-Control', 'no-store');
      return context.json(answer, 202);
    } catch (error) {
      observe(error instanceof HttpError ? error.code : 'unavailable');
      throw error;
    }
  });
}

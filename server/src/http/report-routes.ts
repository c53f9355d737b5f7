import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { CatalogService } from '../catalog/load-catalog.js';
import type { ReportDesk } from '../reports/report-desk.js';
import {
  challengeSchema,
  errorResponses,
  reportAnswerSchema,
  reportRequestSchema,
  serviceParameters,
} from './api-schemas.js';
import { answerPlainly } from './answer-error.js';
import { findService } from './find-service.js';
import { nodeRequest } from './node-request.js';
import { assertSentByScript, senderReader, type SenderParts } from './read-sender.js';
import type { TakeReport } from './take-report.js';

const reportRoute = createRoute({
  method: 'post',
  path: '/v1/services/{id}/reports',
  summary: 'Report a problem, or that it works again',
  description:
    'Counts one report and one opposite vote of a visitor per counting window; a vote has weight only while a problem is open. The server answers once the report is durable. A retry with the same key gets the first answer and is not counted again. A report that looks like an attempt to buy a status gets the same answer as any other and is not counted.',
  request: {
    params: serviceParameters,
    body: { required: true, content: { 'application/json': { schema: reportRequestSchema } } },
  },
  responses: {
    202: {
      description: 'The outcome of the report.',
      content: { 'application/json': { schema: reportAnswerSchema } },
    },
    ...errorResponses(
      'invalid',
      'paused',
      'not_found',
      'too_large',
      'unsupported_media_type',
      'rate_limited',
      'unavailable',
    ),
  },
});

const challengeRoute = createRoute({
  method: 'get',
  path: '/v1/services/{id}/challenge',
  summary: 'Get the challenge that a report must solve',
  description:
    'A challenge of altcha-lib, version 2: find the counter whose PBKDF2 key begins with `keyPrefix`. The solution is valid for one report of this service from this address, between `data.opensAtMs` and `data.expiresAtMs`.',
  request: { params: serviceParameters },
  responses: {
    200: {
      description: 'The challenge.',
      content: { 'application/json': { schema: challengeSchema } },
    },
    204: { description: 'This server accepts reports without a proof of work.' },
    ...errorResponses('invalid', 'paused', 'not_found', 'rate_limited', 'unavailable'),
  },
});

/** What the report routes need. */
export interface ReportRouteParts extends SenderParts {
  readonly catalog: ReadonlyMap<string, CatalogService>;
  readonly desk: Pick<ReportDesk, 'challenge'>;
  readonly takeReport: TakeReport;
}

/** Adds `GET /v1/services/{id}/challenge` and `POST /v1/services/{id}/reports`. */
export function addReportRoutes(app: OpenAPIHono, parts: ReportRouteParts): void {
  const { catalog, desk, takeReport } = parts;
  const readSender = senderReader(parts);

  app.openAPIRegistry.registerPath(challengeRoute);
  app.get(challengeRoute.getRoutingPath(), async (context) => {
    context.header('Cache-Control', 'no-store');
    const service = findService(catalog, context.req.param('id'));
    const incoming = nodeRequest(context);
    assertSentByScript(incoming);
    const challenge = await desk.challenge(service, readSender(incoming));
    return challenge ? context.json(challenge) : context.body(null, 204);
  });

  // `app.openapi` would first read the whole body, without a cap.
  app.openAPIRegistry.registerPath(reportRoute);
  app.post(reportRoute.getRoutingPath(), async (context) => {
    const answer = await takeReport(nodeRequest(context), context.req.param('id'));
    return answerPlainly(context, answer);
  });
}

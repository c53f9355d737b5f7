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
import { findService } from './find-service.js';
import { HttpError } from './http-error.js';
import { readJsonBody } from './read-json-body.js';
import { assertSentByScript, senderReader, type SenderParts } from './read-sender.js';

const MAX_BODY_BYTES = 2048;

const reportRoute = createRoute({
  method: 'post',
  path: '/v1/services/{id}/reports',
  summary: 'Report a problem, or that it works again',
  description:
    'A visitor is counted once in a while with a report and once with the opposite vote, which weighs only while a problem is open. Answered only after it is durable. A retry with the same key gets the first answer and is not counted again. What looks like an attempt to buy a status is answered like any other report and not counted.',
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
  summary: 'Ask for the challenge that a report needs solved',
  description:
    'Of altcha-lib, version 2: find the counter whose PBKDF2 key begins with `keyPrefix`. Good for one report of this service from this address, between `data.opensAtMs` and `data.expiresAtMs`.',
  request: { params: serviceParameters },
  responses: {
    200: {
      description: 'The challenge.',
      content: { 'application/json': { schema: challengeSchema } },
    },
    204: { description: 'Reports need no proof of work here.' },
    ...errorResponses('invalid', 'paused', 'not_found', 'rate_limited', 'unavailable'),
  },
});

/** What the report routes work with. */
export interface ReportRouteParts extends SenderParts {
  readonly catalog: ReadonlyMap<string, CatalogService>;
  readonly desk: ReportDesk;
  /** Told of every answer: what became of the report, or an error's code. */
  readonly observe: (outcome: string) => void;
}

/** Adds `GET /v1/services/{id}/challenge` and `POST /v1/services/{id}/reports`. */
export function addReportRoutes(app: OpenAPIHono, parts: ReportRouteParts): void {
  const { catalog, desk, observe } = parts;
  const readSender = senderReader(parts);

  app.openAPIRegistry.registerPath(challengeRoute);
  app.get(challengeRoute.getRoutingPath(), async (context) => {
    context.header('Cache-Control', 'no-store');
    const service = findService(catalog, context.req.param('id'));
    assertSentByScript(context);
    const challenge = await desk.challenge(service, readSender(context));
    return challenge ? context.json(challenge) : context.body(null, 204);
  });

  // The body is read by hand, with a cap, before anything parses it; `app.openapi` would read all of it first.
  app.openAPIRegistry.registerPath(reportRoute);
  app.post(reportRoute.getRoutingPath(), async (context) => {
    try {
      const service = findService(catalog, context.req.param('id'));
      assertSentByScript(context);
      const sender = readSender(context);
      await desk.admit(service, sender);
      const body = await readJsonBody(context, MAX_BODY_BYTES);
      const { answer, outcome } = await desk.take(service, body, sender);
      observe(outcome);
      context.header('Cache-Control', 'no-store');
      return context.json(answer, 202);
    } catch (error) {
      observe(error instanceof HttpError ? error.code : 'unavailable');
      throw error;
    }
  });
}

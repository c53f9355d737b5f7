import { z } from '@hono/zod-openapi';
import { feedSchema, STATUSES } from 'outage-status/feed';
import { toJSONSchema } from 'zod';
import type { RequestErrorCode } from '../lib/request-error.js';
import { problemBodySchema, recoveredBodySchema } from '../reports/report-body.js';
import { STATUS_OF_CODE } from './status-of-code.js';

const status = z.enum(STATUSES);

/** The feed's schema as an OpenAPI component, made from the contract so that no second description exists. */
// `input` describes what a reader must accept, later fields included.
const { $schema: _dialect, ...feedComponent } = toJSONSchema(feedSchema, { io: 'input' });
export const FEED_COMPONENT = feedComponent;

export const serviceListSchema = z
  .object({
    services: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string(), status })),
  })
  .openapi('ServiceList');

const time = z.string().openapi({ description: 'ISO 8601, UTC.', example: '2026-11-22T08:35:00Z' });

const incident = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(['investigating', 'identified', 'monitoring', 'resolved']),
  impact: z.enum(['none', 'minor', 'major', 'critical', 'maintenance']),
  startedAt: time,
  endedAt: time.nullable(),
  source: z.enum(['community', 'official', 'archive']),
  url: z.string().optional(),
  leadSeconds: z.int().optional().openapi({
    description:
      "Only for an incident from users' reports: seconds by which they were earlier than the vendor's page. Negative when the vendor was first; missing when the vendor never reported the incident.",
    example: 1080,
  }),
});

export const historySchema = z
  .object({
    days: z.array(
      z.object({
        date: z.string().openapi({ description: 'The day in UTC.', example: '2026-11-22' }),
        reportCount: z.int().min(0),
      }),
    ),
    incidents: z.array(incident).openapi({
      description: "Incidents from users' reports, from vendors' pages, or imported; newest first.",
    }),
    changes: z.array(
      z.object({
        from: status,
        to: status,
        at: time,
      }),
    ),
  })
  .openapi('History');

const rise = z.object({ reports: z.number(), usual: z.number(), minutes: z.number() }).openapi({
  description:
    'Reports since the evidence was last 0, the usual number in that time, and its minutes.',
});

const stream = {
  evidence: z.number().openapi({ description: 'Evidence for a problem in nats, 0 or more.' }),
  needed: z.number().nullable().openapi({
    description:
      'Nats at which a problem opens; null where visitors use this category only, so that all reports together decide.',
  }),
  rise,
  usualPerHour: z.number(),
  ceilingPerHour: z.number().openapi({
    description: 'Reports per hour up to which a rise above the usual is no sign of a problem.',
  }),
  reportsToOpen: z.int().nullable().openapi({
    description: 'Reports at once that would open a problem now; null when `needed` is null.',
  }),
};

export const explanationSchema = z
  .object({
    service: z.string(),
    status,
    decidedUntil: z
      .string()
      .openapi({ description: 'The decision covers all reports before this moment.' }),
    stepSeconds: z.int(),
    baseline: z.object({
      hoursLearned: z.int(),
      usualPerHour: z.number(),
      perHourOfWeek: z
        .array(z.number())
        .openapi({ description: 'Usual reports in each hour of the week, from Monday 00:00 UTC.' }),
      ceiling: z
        .number()
        .openapi({ description: 'Multiple of the usual rate that is still no sign of a problem.' }),
      clumpiness: z
        .number()
        .openapi({ description: 'Variance of the counts over their mean; 1 is pure chance.' }),
    }),
    all: z.object(stream),
    categories: z.array(z.object({ id: z.string(), ...stream })),
    recovery: z
      .object({
        category: z.string().nullable().openapi({
          description: 'Category that opened the problem; null for all reports together.',
        }),
        rise,
        openedBy: z.string().openapi({
          description: 'The rise in words: "All reports, slowly: 92 in 2 h, 40 usual".',
        }),
        evidence: z.number(),
        needed: z.number(),
        stillPerHour: z.number(),
        quietMinutesToClose: z.int(),
      })
      .nullable(),
    views: z.object({ lastHour: z.int(), lastDay: z.int() }).openapi({
      description:
        'Views of the feed that reached this server; a cache in front of it hides the others.',
    }),
    wouldChange: z
      .string()
      .openapi({ description: 'One sentence that names what would change the status.' }),
  })
  .openapi('Explanation');

export const healthSchema = z
  .object({
    status: z.enum(['ok', 'failing']),
    problems: z
      .array(z.string())
      .openapi({ description: 'One sentence for each problem; empty when the server is healthy.' }),
    warnings: z.array(z.string()).openapi({
      description:
        'One sentence for each mistake in the set-up that does not stop the server; usually empty.',
    }),
  })
  .openapi('Health');

// New schemas from the same shapes: only those made after the library has extended zod can be named.
export const reportRequestSchema = z.union([
  z.strictObject(problemBodySchema.shape).openapi('Report', {
    description: 'The service fails for this visitor.',
    example: { category: 'messages', idempotencyKey: '4b1c9a52-5f0e-4f3f-9d0b-0d3f2a6f7c11' },
  }),
  z.strictObject(recoveredBodySchema.shape).openapi('RecoveredReport', {
    description: 'The service works again for this visitor: the opposite vote, without a category.',
    example: { kind: 'recovered', idempotencyKey: '0b5e1b1e-7c0f-4a53-9d3c-6a4f7f0c2d11' },
  }),
]);

export const challengeSchema = z
  .object({
    parameters: z.object({
      algorithm: z.string(),
      cost: z.int(),
      data: z.object({
        service: z.string(),
        sender: z.string(),
        issuedAtMs: z.int(),
        opensAtMs: z.int(),
        expiresAtMs: z.int(),
      }),
      keyLength: z.int(),
      keyPrefix: z.string(),
      keySignature: z.string(),
      nonce: z.string(),
      salt: z.string(),
    }),
    signature: z.string(),
  })
  .openapi('Challenge');

export const reportAnswerSchema = z
  .object({
    outcome: z.enum(['counted', 'already_reported']),
    reportCount: z.int().min(0).openapi({
      description: "Reports in the feed's window, votes not included.",
    }),
    retryAfterSeconds: z.int().min(1).optional(),
  })
  .openapi('ReportAnswer');

const errorSchema = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(STATUS_OF_CODE) as [RequestErrorCode, ...RequestErrorCode[]]),
      message: z.string(),
      path: z.string().optional(),
    }),
  })
  .openapi('Error');

/** Path parameters of every route of one service. */
export const serviceParameters = z.object({
  id: z.string().openapi({ param: { name: 'id', in: 'path' }, example: 'kik' }),
});

/** Descriptions of error answers, for a route's `responses`. */
export const errorResponses = (...codes: RequestErrorCode[]) =>
  Object.fromEntries(
    codes.map((code) => [
      STATUS_OF_CODE[code],
      { description: `\`${code}\``, content: { 'application/json': { schema: errorSchema } } },
    ]),
  );

import * as z from 'zod/mini';
import { FAILURES, REACHABILITIES, STATUSES, VERDICTS } from './limits.js';

const INCIDENT_STATUSES = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
const IMPACTS = ['none', 'minor', 'major', 'critical', 'maintenance'] as const;

// ISO 8601 in UTC with up to six decimals, years 2000 to 2099: 1970 means an unset clock, 3000 a wrong unit.
// The pattern checks the day of the month, including leap years, because Safari reads 30 February as a day in March.
const timestamp = z
  .string()
  .check(
    z.describe('a UTC time in ISO 8601, 2000 to 2099'),
    z.regex(
      /^20(\d\d-(?!02-(29|3)|(0[469]|11)-31)(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])|([02468][048]|[13579][26])-02-29)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z$/,
    ),
  );
const text = (maxLength: number) => z.string().check(z.maxLength(maxLength));
const id = z
  .string()
  .check(z.describe('an id of a-z, 0-9 and -, at most 64'), z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));
const url = text(2048);
const count = z.int().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER));
const status = z.enum(STATUSES);

const incident = z.object({
  id: text(128),
  title: text(300),
  status: z.enum(INCIDENT_STATUSES),
  impact: z.enum(IMPACTS),
  startedAt: z.nullable(timestamp),
  endedAt: z.nullable(timestamp),
  source: z.enum(['community', 'official', 'archive']),
  url: z.optional(url),
});

const community = z.object({
  status,
  reportCount: count,
  recoveredCount: z.optional(count),
  typicalCount: z.number().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER)),
  windowSeconds: z.int().check(z.minimum(60), z.maximum(86_400)),
  reports: z.optional(z.enum(['paused', 'open'])),
  series: z.object({
    startAt: timestamp,
    stepSeconds: z.int().check(z.minimum(60), z.maximum(86_400)),
    counts: z.array(count).check(z.maxLength(288)),
    typical: z
      .array(z.number().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER)))
      .check(z.maxLength(288)),
  }),
  categories: z
    .array(
      z.object({
        id,
        label: text(80),
        description: z.optional(text(300)),
        reportCount: count,
        share: z.number().check(z.minimum(0), z.maximum(1)),
      }),
    )
    .check(z.maxLength(24)),
});

const official = z.object({
  status,
  name: z.optional(text(120)),
  url: z.optional(url),
  indicator: z.optional(status),
  affected: z.optional(
    z.object({
      count,
      total: z.optional(count),
      names: z.array(text(120)).check(z.maxLength(10)),
    }),
  ),
  unknownReason: z.optional(z.enum(['lists_nothing', 'sub_pages'])),
  checkedAt: timestamp,
  incidents: z.array(incident).check(z.maxLength(20)),
});

const reachability = z.object({
  status: z.enum(REACHABILITIES),
  checkedAt: timestamp,
  since: z.nullable(timestamp),
  medianMs: z.nullable(z.int().check(z.minimum(0), z.maximum(60_000))),
  url: z.optional(url),
  failure: z.optional(z.enum(FAILURES)),
});

const guide = z.object({
  about: z.optional(text(2000)),
  steps: z.array(z.object({ id, title: text(160), text: text(1200) })).check(z.maxLength(24)),
  faq: z.array(z.object({ question: text(300), answer: text(2000) })).check(z.maxLength(40)),
});

/**
 * The feed, version 1: everything that the widget, badge, card or page of one service shows. The only definition of the
 * format. Unknown fields are ignored; a known field of the wrong type makes the document invalid.
 */
export const feedSchema = z.object({
  version: z.literal(1),
  generatedAt: timestamp,
  maxAgeSeconds: z.int().check(z.minimum(1), z.maximum(86_400)),
  service: z.object({ id, name: text(80), kind: z.optional(text(80)), url: z.optional(url) }),
  status,
  since: z.nullable(timestamp),
  verdict: z.enum(VERDICTS),
  community: z.nullable(community),
  official: z.nullable(official),
  reachability: z.optional(reachability),
  incidents: z.array(incident).check(z.maxLength(10)),
  guide: z.optional(guide),
  related: z.array(z.object({ id, name: text(80), status })).check(z.maxLength(12)),
});

/** One checked feed document. */
export type Feed = z.infer<typeof feedSchema>;
/** One of {@link STATUSES}. */
export type Status = (typeof STATUSES)[number];
/** One of {@link VERDICTS}. */
export type Verdict = (typeof VERDICTS)[number];
/** An incident, from reports, from the vendor's page, or from the archive of past outages. */
export type Incident = z.infer<typeof incident>;
/** What visitors' reports say. */
export type Community = z.infer<typeof community>;
/** What the vendor's own page says. */
export type Official = z.infer<typeof official>;
/** What a machine sees that asks the service itself. */
export type Reachability = z.infer<typeof reachability>;
/** Checks for a visitor to make before blaming the service, and common questions. */
export type Guide = z.infer<typeof guide>;

import { z } from 'zod';
import { OFFICIAL_FORMATS } from '../vendor-formats/index.js';
import { FEED_PATHS, findKnownPage } from './known-page.js';

// Every message states the expected value; the loader adds the place and the value found. Limits are those of the feed's schema.

const text = (maxLength: number) => {
  const error = `expected a text of 1 to ${maxLength} characters`;
  return z.string({ error }).trim().min(1, { error }).max(maxLength, { error });
};

const idError =
  'expected an id of lower-case letters, digits and hyphens, 1 to 64 long, starting with a letter or digit';
const id = z.string({ error: idError }).regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: idError });

const urlError =
  'expected an https address of at most 2048 characters (http only for this machine)';
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

function isAllowedUrl(value: string): boolean {
  if (value.length > 2048 || !URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}
const url = z.string({ error: urlError }).refine(isAllowedUrl, { error: urlError });

const dateError =
  'expected a real day (2019-11-25) or UTC time (2019-11-25T13:00:00Z) of the years 2000 to 2099';

/** A date without time means noon in UTC, which is the same day nearly everywhere on earth. */
const toTime = (value: string): string => (value.length === 10 ? `${value}T12:00:00Z` : value);

// Date.parse turns 31 February into 3 March; a real date survives the round trip.
const isRealTime = (value: string): boolean => {
  const atMs = Date.parse(toTime(value));
  return !Number.isNaN(atMs) && new Date(atMs).toISOString().slice(0, 10) === value.slice(0, 10);
};
const time = z
  .string({ error: dateError })
  .regex(/^20\d\d-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/, { error: dateError })
  .refine(isRealTime, { error: dateError })
  .transform(toTime);

const list = <Item extends z.ZodType>(
  item: Item,
  minimum: number,
  maximum: number,
  what: string,
) => {
  const error = `expected a list of ${minimum} to ${maximum} ${what}`;
  return z.array(item, { error }).min(minimum, { error }).max(maximum, { error });
};

const entry = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'invalid_type' ? mapError(shape) : undefined),
  });

const mapError = (shape: z.ZodRawShape): string =>
  `expected the fields ${Object.keys(shape).join(', ')}`;

const impactError = 'expected one of none, minor, major, critical, maintenance';
const FORMAT_NAMES = OFFICIAL_FORMATS.map(({ name }) => name);
const formatError = `expected one of ${FORMAT_NAMES.join(', ')}`;
const rateError = 'expected a number of reports an hour from 0 to 1000000';

const incident = entry({
  id: text(128),
  title: text(300),
  impact: z.enum(['none', 'minor', 'major', 'critical', 'maintenance'], { error: impactError }),
  started_at: time,
  ended_at: time,
  url: url.optional(),
}).transform(({ started_at, ended_at, ...rest }) => ({
  ...rest,
  startedAt: started_at,
  endedAt: ended_at,
}));

const guide = entry({
  about: text(2000).optional(),
  steps: list(entry({ id, title: text(160), text: text(1200) }), 0, 24, 'steps').default([]),
  faq: list(entry({ question: text(300), answer: text(2000) }), 0, 40, 'questions').default([]),
});

const official = entry({
  format: z.enum(FORMAT_NAMES, { error: formatError }).optional(),
  page: url.optional(),
  feed: url.optional(),
  also: list(url, 1, 3, 'further documents').optional(),
  components: list(text(120), 1, 12, 'components').optional(),
});

const statusError =
  'expected a status or a range of them such as 200-399, within 100 to 599, the lower first';

/** `200`, `401` or `200-399`. */
const statusRange = z
  .union([z.int(), z.string()], { error: statusError })
  .transform((given, context) => {
    const [, from, to = from] = /^(\d{3})(?:-(\d{3}))?$/.exec(String(given)) ?? [];
    const range = { from: Number(from), to: Number(to) };
    if (range.from >= 100 && range.from <= range.to && range.to <= 599) return range;
    context.addIssue({ code: 'custom', message: statusError });
    return z.NEVER;
  });

/** One spelling for one address, so that it is asked once. */
const normalise = (address: string): string => {
  if (!URL.canParse(address)) return address;
  const target = new URL(address);
  target.hash = '';
  return target.href;
};

const checkUrlError =
  'expected an https address of at most 2048 characters, without a password (http only for this machine)';
const isCheckable = (value: string): boolean => isAllowedUrl(value) && !new URL(value).username;

const isServiceError = 'expected true or false';
const check = entry({
  url: z.string({ error: checkUrlError }).refine(isCheckable, { error: checkUrlError }),
  expect: entry({ status: statusRange.optional(), text: text(200).optional() }).optional(),
  is_the_service: z.boolean({ error: isServiceError }).default(false),
}).transform(({ url: address, expect, is_the_service }) => ({
  // Without a fragment and normalised, so that one address is asked once.
  url: normalise(address),
  expect: { ...expect, status: expect?.status ?? { from: 200, to: 399 } },
  isTheService: is_the_service,
}));

/** Fills in the addresses that follow from the website and the format. */
function completeOfficial(
  given: z.output<typeof official>,
  websiteUrl: string,
  context: z.RefinementCtx,
) {
  const { page = findKnownPage(websiteUrl), format = '' } = given;
  const path = FEED_PATHS[format];
  const feed = given.feed ?? (page && path && `${page.replace(/\/$/, '')}${path}`);
  const missing = (field: string, message: string): void =>
    context.addIssue({ code: 'custom', path: ['official', field], message });
  if (!page) missing('page', `expected an address, since no page of ${websiteUrl} is known`);
  else if (!feed) {
    const known = Object.keys(FEED_PATHS).join(', ');
    missing('feed', `expected an address, since it only follows from the formats ${known}`);
  }
  return { ...given, page: page ?? '', feed: feed ?? '' };
}

/** One file of the catalogue: snake_case in the file, camelCase in the output. */
export const catalogSchema = entry({
  id,
  name: text(80),
  kind: text(80),
  aliases: list(text(80), 0, 24, 'other names').default([]),
  url,
  official: official.optional(),
  checks: list(check, 0, 3, 'checks').default([]),
  expected_reports_per_hour: z
    .number({ error: rateError })
    .min(0, { error: rateError })
    .max(1_000_000, { error: rateError }),
  categories: list(
    entry({ id, label: text(80), description: text(300).optional() }),
    2,
    12,
    'categories',
  ),
  reports: z.enum(['on', 'off'], { error: 'expected on or off' }).optional(),
  guide: guide.optional(),
  incidents: list(incident, 0, 10, 'past outages').default([]),
  related: list(id, 0, 12, 'related services').default([]),
}).transform(({ expected_reports_per_hour, official: given, ...rest }, context) => ({
  ...rest,
  ...(given && { official: completeOfficial(given, rest.url, context) }),
  expectedReportsPerHour: expected_reports_per_hour,
}));

/**
 * One service of the catalogue. Times are ISO 8601 UTC; `expectedReportsPerHour` is the usual number of reports in a
 * quiet hour, 0 or more, fractions allowed.
 */
export type CatalogService = z.output<typeof catalogSchema>;

/** One address of a service to ask, the answer that is expected, and whether that address is the service itself. */
export type CatalogCheck = CatalogService['checks'][number];

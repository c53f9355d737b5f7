import fc from 'fast-check';
import { REACHABILITIES, STATUSES, VERDICTS, type Feed } from '../../src/feed/index.js';

const count = fc.maxSafeNat();
const usualCount = fc.double({ min: 0, max: Number.MAX_SAFE_INTEGER, noNaN: true });
const text = (maxLength: number) => fc.string({ maxLength, unit: 'binary' });
const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const status = fc.constantFrom(...STATUSES);
const url = fc.webUrl({ validSchemes: ['https'] }).map((value) => new URL(value).href);
const time = fc
  .date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2099-12-31T23:59:59Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());

const incident = fc.record(
  {
    id: text(128),
    title: text(300),
    status: fc.constantFrom('investigating', 'identified', 'monitoring', 'resolved'),
    impact: fc.constantFrom('none', 'minor', 'major', 'critical', 'maintenance'),
    startedAt: fc.option(time),
    endedAt: fc.option(time),
    source: fc.constantFrom('community', 'official', 'archive'),
    url,
  },
  { requiredKeys: ['id', 'title', 'status', 'impact', 'startedAt', 'endedAt', 'source'] },
);

const category = fc.record(
  {
    id,
    label: text(80),
    description: text(300),
    reportCount: count,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  },
  { requiredKeys: ['id', 'label', 'reportCount', 'share'] },
);

const community = fc.record(
  {
    status,
    reportCount: count,
    recoveredCount: count,
    typicalCount: usualCount,
    windowSeconds: fc.integer({ min: 60, max: 86_400 }),
    reports: fc.constantFrom('paused' as const, 'open' as const),
    series: fc.record({
      startAt: time,
      stepSeconds: fc.integer({ min: 60, max: 86_400 }),
      counts: fc.array(count, { maxLength: 288 }),
      typical: fc.array(usualCount, { maxLength: 288 }),
    }),
    categories: fc.array(category, { maxLength: 24 }),
  },
  {
    requiredKeys: [
      'status',
      'reportCount',
      'typicalCount',
      'windowSeconds',
      'series',
      'categories',
    ],
  },
);

const official = fc.record(
  {
    status,
    indicator: status,
    affected: fc.record(
      { count, total: count, names: fc.array(text(120), { maxLength: 10 }) },
      { requiredKeys: ['count', 'names'] },
    ),
    unknownReason: fc.constantFrom('lists_nothing' as const, 'sub_pages' as const),
    name: text(120),
    url,
    checkedAt: time,
    incidents: fc.array(incident, { maxLength: 20 }),
  },
  { requiredKeys: ['status', 'checkedAt', 'incidents'] },
);

const reachability = fc.record(
  {
    status: fc.constantFrom(...REACHABILITIES),
    checkedAt: time,
    since: fc.option(time),
    medianMs: fc.option(fc.integer({ min: 0, max: 60_000 })),
    url,
    failure: fc.constantFrom(...(['dns', 'connect', 'timeout', 'tls', 'http'] as const)),
  },
  { requiredKeys: ['status', 'checkedAt', 'since', 'medianMs'] },
);

const guide = fc.record(
  {
    about: text(2000),
    steps: fc.array(fc.record({ id, title: text(160), text: text(1200) }), { maxLength: 24 }),
    faq: fc.array(fc.record({ question: text(300), answer: text(2000) }), { maxLength: 40 }),
  },
  { requiredKeys: ['steps', 'faq'] },
);

/** Any feed that the format allows, as JSON text can hold it. */
export const feedArbitrary: fc.Arbitrary<Feed> = fc
  .record(
    {
      version: fc.constant(1 as const),
      generatedAt: time,
      maxAgeSeconds: fc.integer({ min: 1, max: 86_400 }),
      service: fc.record(
        { id, name: text(80), kind: text(80), url },
        { requiredKeys: ['id', 'name'] },
      ),
      status,
      since: fc.option(time),
      verdict: fc.constantFrom(...VERDICTS),
      community: fc.option(community),
      official: fc.option(official),
      reachability,
      incidents: fc.array(incident, { maxLength: 10 }),
      guide,
      related: fc.array(fc.record({ id, name: text(80), status }), { maxLength: 12 }),
    },
    {
      requiredKeys: [
        'version',
        'generatedAt',
        'maxAgeSeconds',
        'service',
        'status',
        'since',
        'verdict',
        'community',
        'official',
        'incidents',
        'related',
      ],
    },
  )
  // Objects with a prototype, and no negative zero: what JSON.parse gives.
  .map((feed) => JSON.parse(JSON.stringify(feed)) as Feed);

import { expect } from '@open-wc/testing';
import { FeedError, parseFeed, type Official, type Status } from '../../src/feed/index.js';
import { readOfficialPage, toFeed } from '../../src/sources/index.js';

const CHECKED_AT_MS = Date.parse('2026-11-22T09:00:00.789Z');
const OPTIONS = {
  url: 'https://status.vendor.example/api/v2/summary.json',
  checkedAtMs: CHECKED_AT_MS,
};

const incident = (changes: Record<string, unknown> = {}) => ({
  id: 'bjyfg0yz1lwj',
  name: 'Login fails',
  status: 'investigating',
  impact: 'major',
  created_at: '2026-11-22T08:40:00.000Z',
  updated_at: '2026-11-22T08:50:00.000Z',
  started_at: '2026-11-22T08:30:00.487Z',
  resolved_at: null,
  shortlink: 'https://stspg.example/x',
  incident_updates: [],
  ...changes,
});

const maintenance = (status: string) =>
  incident({
    id: 'm1',
    name: 'Database upgrade',
    status,
    impact: 'maintenance',
    scheduled_for: '2026-11-22T08:00:00.000Z',
    scheduled_until: '2026-11-22T10:00:00.000Z',
  });

const page = (changes: Record<string, unknown> = {}) => ({
  page: { id: 'kctbh9vrtdwd', name: 'Vendor', url: 'https://status.vendor.example' },
  status: { indicator: 'none', description: 'All Systems Operational' },
  components: [{ id: 'c1', name: 'API', status: 'operational' }],
  incidents: [],
  scheduled_maintenances: [],
  ...changes,
});

const indicator = (value: unknown) => ({ status: { indicator: value } });
const components = (...statuses: unknown[]) => ({
  components: statuses.map((status) => ({ status })),
});

const read = (document: unknown): Official => {
  const official = readOfficialPage(document, OPTIONS);
  // Whatever was read must be fit for a feed.
  parseFeed(JSON.parse(JSON.stringify(toFeed(official, { name: 'Vendor', nowMs: CHECKED_AT_MS }))));
  return official;
};

const refusal = (document: unknown, format?: string): FeedError => {
  try {
    readOfficialPage(document, { ...OPTIONS, ...(format && { format }) });
  } catch (error) {
    if (error instanceof FeedError) return error;
    throw error;
  }
  throw new Error('expected a refusal');
};

describe('a reader of Statuspage documents', () => {
  const statuses: [what: string, changes: Record<string, unknown>, status: Status][] = [
    ['all is well', {}, 'operational'],
    ['indicator minor', indicator('minor'), 'degraded_performance'],
    ['indicator major', indicator('major'), 'partial_outage'],
    ['indicator critical', indicator('critical'), 'major_outage'],
    ['indicator maintenance', indicator('maintenance'), 'under_maintenance'],
    [
      'indicator none over an open critical incident',
      { incidents: [incident({ impact: 'critical' })] },
      'major_outage',
    ],
    [
      'indicator none over an incident that is only watched',
      { incidents: [incident({ status: 'monitoring' })] },
      'partial_outage',
    ],
    [
      'indicator none over a broken component',
      components('operational', 'major_outage'),
      'partial_outage',
    ],
    [
      'indicator none over nothing but a broken component',
      components('major_outage'),
      'major_outage',
    ],
    [
      'indicator minor over one broken component of 63',
      {
        ...indicator('minor'),
        ...components('major_outage', ...Array.from({ length: 62 }, () => 'operational')),
      },
      'partial_outage',
    ],
    ['no components behind indicator none', { components: [] }, 'unknown'],
    [
      'no components behind indicator minor',
      { ...indicator('minor'), components: [] },
      'degraded_performance',
    ],
    [
      'indicator minor over a component in partial outage',
      { ...indicator('minor'), ...components('partial_outage') },
      'partial_outage',
    ],
    [
      'an open incident of impact none',
      { incidents: [incident({ impact: 'none' })] },
      'degraded_performance',
    ],
    ['a resolved incident', { incidents: [incident({ status: 'resolved' })] }, 'operational'],
    [
      'an incident that is being written up',
      { incidents: [incident({ status: 'postmortem' })] },
      'operational',
    ],
    [
      'maintenance that is announced',
      { scheduled_maintenances: [maintenance('scheduled')] },
      'operational',
    ],
    [
      'maintenance that is finished',
      { scheduled_maintenances: [maintenance('completed')] },
      'operational',
    ],
    [
      'maintenance under way behind indicator none',
      { scheduled_maintenances: [maintenance('in_progress')] },
      'under_maintenance',
    ],
    [
      'maintenance being verified',
      { scheduled_maintenances: [maintenance('verifying')] },
      'under_maintenance',
    ],
    [
      'a component under maintenance',
      components('under_maintenance', 'operational'),
      'under_maintenance',
    ],
    [
      'maintenance beside a minor incident',
      { ...indicator('maintenance'), incidents: [incident({ impact: 'minor' })] },
      'degraded_performance',
    ],
    ['an indicator that we do not know over working components', indicator('degraded'), 'unknown'],
    [
      'a component in a word that we do not know among working ones',
      components('operational', 'sleepy'),
      'unknown',
    ],
    [
      'a component without a status, behind maintenance',
      components('under_maintenance', null),
      'under_maintenance',
    ],
    [
      'nothing that we know',
      { ...indicator('degraded'), ...components('sleepy', null, 7) },
      'unknown',
    ],
    [
      'an open incident in words that we do not know',
      { incidents: [incident({ status: 'on_fire', impact: 'huge' })] },
      'degraded_performance',
    ],
    [
      'only an indicator',
      { page: undefined, components: undefined, incidents: undefined },
      'operational',
    ],
    [
      'null for every list',
      { components: null, incidents: null, scheduled_maintenances: null },
      'operational',
    ],
    ['a summary without its list of incidents', { incidents: undefined }, 'unknown'],
    ['a status of null', { status: null }, 'operational'],
  ];
  for (const [what, changes, status] of statuses) {
    it(`reads ${what} as ${status}`, () => {
      expect(read(page(changes)).status).to.equal(status);
    });
  }

  it('reads name, address, time and open incidents', () => {
    expect(read(page({ incidents: [incident()] }))).to.deep.equal({
      status: 'partial_outage',
      indicator: 'operational',
      name: 'Vendor',
      url: 'https://status.vendor.example/',
      checkedAt: '2026-11-22T09:00:00Z',
      incidents: [
        {
          id: 'bjyfg0yz1lwj',
          title: 'Login fails',
          status: 'investigating',
          impact: 'major',
          startedAt: '2026-11-22T08:30:00Z',
          endedAt: null,
          source: 'official',
          url: 'https://stspg.example/x',
        },
      ],
    });
  });

  it('begins maintenance when it was planned, not when it was announced', () => {
    const [found] = read(page({ scheduled_maintenances: [maintenance('in_progress')] })).incidents;
    expect(found).to.include({
      impact: 'maintenance',
      status: 'identified',
      startedAt: '2026-11-22T08:00:00Z',
    });
  });

  it('ends a resolved incident when it was resolved', () => {
    const resolved = incident({
      status: 'postmortem',
      resolved_at: '2026-11-22T01:45:30.900-08:00',
    });
    expect(read(page({ incidents: [resolved] })).incidents[0]).to.include({
      status: 'resolved',
      endedAt: '2026-11-22T09:45:30Z',
    });
  });

  it('lists open incidents first, then the newest, at most 20', () => {
    const past = Array.from({ length: 30 }, (_, day) =>
      incident({
        id: `past-${day}`,
        status: 'resolved',
        started_at: new Date(Date.UTC(2026, 5, day + 1)).toISOString(),
      }),
    );
    const open = incident({ id: 'open', started_at: '2026-01-01T00:00:00Z' });
    const ids = read(page({ incidents: [...past, open] })).incidents.map(({ id }) => id);
    expect(ids).to.have.length(20);
    expect(ids.slice(0, 3)).to.deep.equal(['open', 'past-29', 'past-28']);
  });

  const dates: [what: string, changes: Record<string, unknown>, startedAt: string | null][] = [
    ['another offset', { started_at: '2026-11-22T00:30:00-08:00' }, '2026-11-22T08:30:00Z'],
    ['none, but a day of creation', { started_at: undefined }, '2026-11-22T08:40:00Z'],
    ['nonsense, but a last change', { started_at: 'now', created_at: 5 }, '2026-11-22T08:50:00Z'],
    [
      'an unset clock everywhere',
      { started_at: '1970-01-01T00:00:00Z', created_at: null, updated_at: 0 },
      null,
    ],
    [
      'none, but updates in any order',
      {
        started_at: undefined,
        created_at: undefined,
        incident_updates: [
          { created_at: '2026-11-22T08:45:00.000Z' },
          { created_at: '2026-11-22T08:20:00.000Z' },
          { created_at: '2026-11-22T08:30:00.000Z' },
        ],
      },
      '2026-11-22T08:20:00Z',
    ],
  ];
  for (const [what, changes, startedAt] of dates) {
    it(`starts an incident at ${startedAt}: ${what}`, () => {
      expect(read(page({ incidents: [incident(changes)] })).incidents[0]?.startedAt).to.equal(
        startedAt,
      );
    });
  }

  it('cuts long texts, not through a character', () => {
    const official = read(
      page({
        page: { id: 'x', name: 'n'.repeat(500), url: 'https://status.vendor.example' },
        incidents: [incident({ id: 'i'.repeat(500), name: `${'t'.repeat(298)}🙂🙂` })],
      }),
    );
    expect(official.name).to.equal(`${'n'.repeat(119)}…`);
    expect(official.incidents[0]!.id).to.have.length(128);
    expect(official.incidents[0]!.title).to.equal(`${'t'.repeat(298)}…`);
  });

  it('drops links that may not be followed', () => {
    const official = read(
      page({
        page: { id: 'x', name: 'Vendor', url: 'javascript:alert(1)' },
        incidents: [incident({ shortlink: 'data:text/html,x' }), incident({ shortlink: null })],
      }),
    );
    expect(official.url).to.equal('https://status.vendor.example/', "the document's own origin");
    expect(official.incidents.every((found) => !('url' in found))).to.equal(true);
  });

  it('names an incident without a name by its id', () => {
    expect(read(page({ incidents: [incident({ name: '  ' })] })).incidents[0]?.title).to.equal(
      'bjyfg0yz1lwj',
    );
  });

  it('reads the same document from incident.io', () => {
    const official = read({
      page: { id: '01JMDK9X', name: 'Vendor', url: 'https://status.vendor.example/' },
      status: { indicator: 'minor', description: 'Partial Outage' },
      components: [{ id: '1', name: 'API', status: 'operational', position: 1 }],
      incidents: [
        incident({
          shortlink: null,
          components: undefined,
          started_at: undefined,
          impact: 'minor',
        }),
      ],
      scheduled_maintenances: null,
    });
    expect(official.status).to.equal('degraded_performance');
    expect(official.incidents[0]).to.include({ startedAt: '2026-11-22T08:40:00Z' });
  });

  it('reads a list of incidents alone, as unknown when all are resolved', () => {
    const official = read({ incidents: [incident({ status: 'resolved' })] });
    expect(official.status).to.equal('unknown');
    expect(official.incidents).to.have.length(1);
  });

  const refusals: [
    what: string,
    document: unknown,
    format: string | undefined,
    code: string,
    message: RegExp,
  ][] = [
    ['null', null, undefined, 'unsupported', /got null/],
    ['text', 'up', undefined, 'unsupported', /got "up"/],
    ['a list', [1], undefined, 'unsupported', /got a list/],
    ['an empty object', {}, undefined, 'unsupported', /got an empty object/],
    [
      'another vendor',
      { page: { title: 'x', url: 'y' } },
      undefined,
      'unsupported',
      /object with page$/,
    ],
    [
      'another vendor with incidents',
      { status: [], incidents: [{ title: 'x' }], scheduled: [] },
      undefined,
      'unsupported',
      /status, incidents, scheduled/,
    ],
    [
      'an unknown format',
      page(),
      'smoke-signals',
      'unsupported',
      /^format: expected one of statuspage, .*, got smoke-signals$/,
    ],
    [
      'another document than promised',
      { up: true },
      'statuspage',
      'invalid',
      /expected statuspage, got an object with up/,
    ],
    [
      'components that are no list',
      page({ components: 'all' }),
      undefined,
      'invalid',
      /^components: expected a list, got "all"/,
    ],
    [
      'an incident that is no object',
      page({ incidents: [incident(), 7] }),
      undefined,
      'invalid',
      /^incidents\[1\]: expected an object, got 7/,
    ],
    [
      'a page that is no object',
      { ...page(), page: [] },
      undefined,
      'invalid',
      /^page: expected an object, got a list of 0/,
    ],
  ];
  for (const [what, document, format, code, message] of refusals) {
    it(`refuses ${what} as ${code}`, () => {
      const error = refusal(document, format);
      expect(error.code).to.equal(code);
      expect(error.message).to.match(message);
    });
  }
});

import { expect } from '@open-wc/testing';
import { parseFeed, type Incident, type Official } from '../../src/feed/index.js';
import { readForeignFeed, toFeed } from '../../src/sources/index.js';

const NOW_MS = Date.parse('2026-11-22T09:00:00.500Z');

const incident = (startedAt: string, changes: Partial<Incident> = {}): Incident => ({
  id: startedAt,
  title: 'Login fails',
  status: 'investigating',
  impact: 'major',
  startedAt,
  endedAt: null,
  source: 'official',
  ...changes,
});

const official = (changes: Partial<Official> = {}): Official => ({
  status: 'operational',
  checkedAt: '2026-11-22T09:00:00Z',
  incidents: [],
  ...changes,
});

const RESOLVED = { status: 'resolved', endedAt: '2026-11-21T00:00:00Z' } as const;

const verdictOf = (status: Official['status']) =>
  toFeed(official({ status }), { name: 'Vendor', nowMs: NOW_MS }).verdict;

describe("a feed made of the vendor's voice", () => {
  it('has what the vendor says and nothing for the community', () => {
    const voice = official({ url: 'https://status.vendor.example/' });
    expect(toFeed(voice, { name: 'Vendor', nowMs: NOW_MS })).to.deep.equal({
      version: 1,
      generatedAt: '2026-11-22T09:00:00Z',
      maxAgeSeconds: 300,
      service: { id: 'vendor', name: 'Vendor', url: 'https://status.vendor.example/' },
      status: 'operational',
      since: null,
      verdict: 'all_clear',
      community: null,
      official: voice,
      incidents: [],
      related: [],
    });
  });

  it('takes id and age limit as given', () => {
    const feed = toFeed(official(), { id: 'kik', name: 'Kik', nowMs: NOW_MS, maxAgeSeconds: 60 });
    expect(feed.service.id).to.equal('kik');
    expect(feed.maxAgeSeconds).to.equal(60);
  });

  const ids: [name: string, id: string][] = [
    ['GitHub', 'github'],
    ['  Acme & Sons (EU) ', 'acme-sons-eu'],
    ['كيك', 'service'],
    ['', 'service'],
    ['x'.repeat(100), 'x'.repeat(64)],
    [`${'x'.repeat(63)} y`, 'x'.repeat(63)],
  ];
  for (const [name, id] of ids) {
    it(`gets the id ${id.slice(0, 20)} for the name "${name.slice(0, 20)}"`, () => {
      const feed = toFeed(official(), { name, nowMs: NOW_MS });
      expect(feed.service.id).to.equal(id);
      expect(parseFeed(feed).service.id).to.equal(id);
    });
  }

  const sinces: [what: string, voice: Partial<Official>, since: string | null][] = [
    [
      'the oldest of the open incidents',
      {
        status: 'partial_outage',
        incidents: [incident('2026-11-22T08:00:00Z'), incident('2026-11-22T07:00:00Z')],
      },
      '2026-11-22T07:00:00Z',
    ],
    [
      'not a resolved one, nor maintenance, nor one without impact',
      {
        status: 'partial_outage',
        incidents: [
          incident('2026-11-22T08:00:00Z'),
          incident('2026-11-20T07:00:00Z', RESOLVED),
          incident('2026-11-21T07:00:00Z', { impact: 'maintenance' }),
          incident('2026-11-21T08:00:00Z', { impact: 'none' }),
        ],
      },
      '2026-11-22T08:00:00Z',
    ],
    [
      'the maintenance, when that is the status',
      {
        status: 'under_maintenance',
        incidents: [incident('2026-11-22T08:00:00Z', { impact: 'maintenance' })],
      },
      '2026-11-22T08:00:00Z',
    ],
    ['nothing, when only a component is broken', { status: 'major_outage' }, null],
    [
      'nothing, when all is well',
      { incidents: [incident('2026-11-22T08:00:00Z', { impact: 'none' })] },
      null,
    ],
  ];
  for (const [what, voice, since] of sinces) {
    it(`begins with ${what}`, () => {
      expect(toFeed(official(voice), { name: 'Vendor', nowMs: NOW_MS }).since).to.equal(since);
    });
  }

  it('leaves the verdict to the vendor alone', () => {
    expect(verdictOf('major_outage')).to.equal('official_only');
    expect(verdictOf('under_maintenance')).to.equal('all_clear');
    expect(verdictOf('unknown')).to.equal('unknown');
  });

  it('lists the ten newest incidents', () => {
    const incidents = Array.from({ length: 20 }, (_, index) =>
      incident(`2026-11-${10 + ((index * 7) % 20)}T00:00:00Z`),
    );
    const listed = toFeed(official({ incidents }), { name: 'V', nowMs: NOW_MS }).incidents.map(
      ({ startedAt }) => startedAt,
    );
    expect(listed).to.have.length(10);
    expect(listed).to.deep.equal(
      listed.toSorted((left, right) => String(right).localeCompare(String(left))),
    );
    expect(listed[0]).to.equal('2026-11-29T00:00:00Z');
  });

  it('fits the contract even where the clock is nonsense', () => {
    for (const nowMs of [0, Date.UTC(2150, 0)]) {
      const document = { status: { indicator: 'none' } };
      const feed = readForeignFeed(document, { url: 'https://vendor.example/summary.json', nowMs });
      expect(parseFeed(feed).service.name).to.equal('vendor.example');
    }
  });
});

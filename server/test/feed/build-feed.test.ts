import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseFeed, type Official, type Status } from 'outage-status/feed';
import { buildFeed, type FeedParts } from '../../src/feed/build-feed.js';
import { listCommunityIncidents } from '../../src/feed/community-incidents.js';
import { selectIncidents } from '../../src/feed/select-incidents.js';
import type { StatusChange } from '../../src/decide/decision-store.js';
import { makeService } from '../helpers/test-catalog.js';

const NOW_MS = Date.UTC(2026, 10, 22, 9);
const MINUTE_MS = 60_000;

const changeOf = (minutesAgo: number, from: Status, to: Status): StatusChange => ({
  serviceId: 'kik',
  from,
  to,
  atMs: NOW_MS - minutesAgo * MINUTE_MS,
});

const officialOf = (changes: Partial<Official> = {}): Official => ({
  status: 'operational',
  url: 'https://status.example/',
  checkedAt: '2026-11-22T08:59:00Z',
  incidents: [],
  ...changes,
});

const partsOf = (changes: Partial<FeedParts> = {}): FeedParts => ({
  nowMs: NOW_MS,
  service: makeService(),
  state: { decision: undefined, official: undefined, checks: undefined },
  reports: 'proven',
  official: null,
  reachability: undefined,
  probeStatus: 'unknown',
  storedIncidents: [],
  changes: [],
  categoryCounts: new Map(),
  recoveredCount: 0,
  typicalCount: 4,
  windowSeconds: 3600,
  series: {
    startAtMs: NOW_MS - 95 * 15 * MINUTE_MS,
    stepSeconds: 900,
    counts: [0, 3],
    typical: [1, 1 / 3],
  },
  related: [],
  ...changes,
});

const decided = (status: Status, sinceMinutesAgo: number): FeedParts['state'] => ({
  decision: {
    serviceId: 'kik',
    status,
    sinceMs: NOW_MS - sinceMinutesAgo * MINUTE_MS,
    memory: '',
    revision: 1,
  },
  official: undefined,
  checks: undefined,
});

describe('a feed', () => {
  test('fits the contract, with shares that fit the counts', () => {
    const categoryCounts = new Map([
      ['messages', 2],
      ['login', 1],
      ['gone', 1],
    ]);
    const feed = parseFeed(structuredClone(buildFeed(partsOf({ categoryCounts }))));
    assert.equal(feed.community?.reportCount, 4);
    assert.deepEqual(
      feed.community?.categories.map(({ reportCount, share }) => [reportCount, share]),
      [
        [2, 0.5],
        [1, 0.25],
        [0, 0],
        [0, 0],
      ],
    );
    assert.deepEqual(feed.community?.series.typical, [1, 0.33]);
  });

  test('shows the worse of both voices, and how they relate', () => {
    const table: [community: Status, official: Status | null, status: Status, verdict: string][] = [
      ['operational', null, 'operational', 'all_clear'],
      ['operational', 'operational', 'operational', 'all_clear'],
      ['operational', 'unknown', 'operational', 'all_clear'],
      ['operational', 'partial_outage', 'partial_outage', 'official_only'],
      ['major_outage', 'operational', 'major_outage', 'community_only'],
      ['degraded_performance', 'major_outage', 'major_outage', 'confirmed'],
      ['degraded_performance', 'under_maintenance', 'degraded_performance', 'community_only'],
      ['operational', 'under_maintenance', 'under_maintenance', 'all_clear'],
    ];
    for (const [community, official, status, verdict] of table) {
      const feed = buildFeed(
        partsOf({
          state: decided(community, 5),
          official: official && officialOf({ status: official }),
        }),
      );
      assert.deepEqual([feed.status, feed.verdict], [status, verdict], `${community}, ${official}`);
    }
  });

  test('takes its beginning from the voice that reports the status', () => {
    const changes = [changeOf(25, 'operational', 'partial_outage')];
    const open = {
      id: 'x',
      title: 'Trouble',
      status: 'identified' as const,
      impact: 'major' as const,
      startedAt: '2026-11-22T08:20:00Z',
      endedAt: null,
      source: 'official' as const,
    };
    const since = (parts: Partial<FeedParts>): string | null => buildFeed(partsOf(parts)).since;
    assert.equal(since({ state: decided('partial_outage', 25), changes }), '2026-11-22T08:35:00Z');
    assert.equal(
      since({ official: officialOf({ status: 'partial_outage', incidents: [open] }) }),
      '2026-11-22T08:20:00Z',
    );
    assert.equal(
      since({
        state: decided('partial_outage', 25),
        changes,
        official: officialOf({ status: 'partial_outage', incidents: [open] }),
      }),
      '2026-11-22T08:20:00Z',
    );
    assert.equal(since({ state: decided('operational', 25), changes: [] }), null);
    assert.equal(since({}), null);
  });
});

describe('incidents from reports', () => {
  test('are periods of trouble, named by their worst moment, newest first', () => {
    const changes = [
      changeOf(5, 'operational', 'degraded_performance'),
      changeOf(60, 'partial_outage', 'operational'),
      changeOf(80, 'major_outage', 'partial_outage'),
      changeOf(95, 'degraded_performance', 'major_outage'),
      changeOf(100, 'unknown', 'degraded_performance'),
    ];
    assert.deepEqual(
      listCommunityIncidents(changes).map(({ title, status, impact, startedAt, endedAt }) => [
        title,
        status,
        impact,
        startedAt,
        endedAt,
      ]),
      [
        ['Users reported problems', 'investigating', 'minor', '2026-11-22T08:55:00Z', null],
        [
          'Users reported a major outage',
          'resolved',
          'critical',
          '2026-11-22T07:20:00Z',
          '2026-11-22T08:00:00Z',
        ],
      ],
    );
  });

  test('are left out when their beginning is forgotten', () => {
    assert.deepEqual(listCommunityIncidents([changeOf(60, 'major_outage', 'operational')]), []);
  });
});

describe('the incidents of a feed', () => {
  test('are the ten newest, newest first, and an open one is never pushed out', () => {
    const incidents = Array.from({ length: 14 }, (_, day) => ({
      id: `i${day}`,
      title: 'x',
      status: 'resolved' as const,
      impact: 'minor' as const,
      startedAt: `2026-11-${String(day + 1).padStart(2, '0')}T00:00:00Z`,
      endedAt: day === 0 ? null : '2026-11-20T00:00:00Z',
      source: 'official' as const,
    }));
    assert.deepEqual(
      selectIncidents(incidents).map(({ id }) => id),
      ['i13', 'i12', 'i11', 'i10', 'i9', 'i8', 'i7', 'i6', 'i5', 'i0'],
    );
  });
});

describe('the third voice in a feed', () => {
  const down = {
    status: 'unreachable',
    checkedAt: '2026-11-22T08:59:30Z',
    since: '2026-11-22T08:40:00Z',
    medianMs: null,
    url: 'https://kik.com/',
    failure: 'timeout',
  } as const;

  test('is there only where the server asks', () => {
    assert.ok(!('reachability' in buildFeed(partsOf())));
    const feed = parseFeed(structuredClone(buildFeed(partsOf({ reachability: down }))));
    assert.deepEqual(feed.reachability, down);
  });

  test('changes neither status nor since nor verdict by itself', () => {
    const { reachability: _voice, ...feed } = buildFeed(partsOf({ reachability: down }));
    assert.deepEqual(feed, buildFeed(partsOf()));
  });

  test('makes a major outage where the check is the service, since the first failure', () => {
    const feed = buildFeed(partsOf({ reachability: down, probeStatus: 'major_outage' }));
    assert.deepEqual(
      [feed.status, feed.since, feed.verdict, feed.community?.status],
      ['major_outage', '2026-11-22T08:40:00Z', 'all_clear', 'operational'],
    );
  });

  test('is explained by announced maintenance', () => {
    const official = officialOf({ status: 'under_maintenance' });
    const feed = buildFeed(partsOf({ reachability: down, probeStatus: 'major_outage', official }));
    assert.equal(feed.status, 'under_maintenance');
  });
});

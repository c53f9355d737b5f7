import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Feed, Status } from '../../src/feed/index.js';
import { chooseHeadline, isProblem, type Headline } from '../../src/model/index.js';
import { feedArbitrary } from '../feed/feed-arbitrary.js';

const community = (status: Status, reportCount = 2, typicalCount = 3): Feed['community'] => ({
  status,
  reportCount,
  typicalCount,
  windowSeconds: 3600,
  series: { startAt: '2026-11-22T08:00:00Z', stepSeconds: 900, counts: [], typical: [] },
  categories: [],
});

const official = (status: Status): Feed['official'] => ({
  status,
  checkedAt: '2026-11-22T09:00:00Z',
  incidents: [],
});

const feed = (parts: Pick<Feed, 'status' | 'verdict' | 'community' | 'official'>): Feed => ({
  version: 1,
  generatedAt: '2026-11-22T09:00:00Z',
  maxAgeSeconds: 300,
  service: { id: 'kik', name: 'Kik' },
  since: null,
  incidents: [],
  related: [],
  ...parts,
});

const ROWS: readonly [
  what: string,
  parts: Pick<Feed, 'status' | 'verdict' | 'community' | 'official'>,
  headline: Headline,
][] = [
  [
    'both voices are well',
    {
      status: 'operational',
      verdict: 'all_clear',
      community: community('operational'),
      official: official('operational'),
    },
    { kind: 'allClear', status: 'operational' },
  ],
  [
    'all is well again but reports are still far above the usual',
    {
      status: 'operational',
      verdict: 'all_clear',
      community: community('operational', 40, 10),
      official: null,
    },
    { kind: 'recovering', status: 'operational' },
  ],
  [
    'a handful of reports is far above a usual number of nothing',
    {
      status: 'operational',
      verdict: 'all_clear',
      community: community('operational', 9, 0),
      official: null,
    },
    { kind: 'allClear', status: 'operational' },
  ],
  [
    'the vendor works on it as planned',
    {
      status: 'under_maintenance',
      verdict: 'all_clear',
      community: community('operational'),
      official: official('under_maintenance'),
    },
    { kind: 'maintenance', status: 'under_maintenance' },
  ],
  [
    'users report what the vendor does not see',
    {
      status: 'partial_outage',
      verdict: 'community_only',
      community: community('partial_outage'),
      official: official('operational'),
    },
    { kind: 'communityOnly', status: 'partial_outage' },
  ],
  [
    'users report it and there is no vendor to ask',
    {
      status: 'major_outage',
      verdict: 'community_only',
      community: community('major_outage'),
      official: null,
    },
    { kind: 'communityAlone', status: 'major_outage' },
  ],
  [
    'users report it and the vendor’s page cannot be read',
    {
      status: 'major_outage',
      verdict: 'community_only',
      community: community('major_outage'),
      official: official('unknown'),
    },
    { kind: 'communityAlone', status: 'major_outage' },
  ],
  [
    'users report a problem during announced maintenance',
    {
      status: 'major_outage',
      verdict: 'community_only',
      community: community('major_outage'),
      official: official('under_maintenance'),
    },
    { kind: 'communityAlone', status: 'major_outage' },
  ],
  [
    'the vendor tells of a problem that users hardly notice',
    {
      status: 'degraded_performance',
      verdict: 'official_only',
      community: community('operational'),
      official: official('degraded_performance'),
    },
    { kind: 'officialOnly', status: 'degraded_performance' },
  ],
  [
    'the vendor reports a problem and reports are not counted',
    {
      status: 'major_outage',
      verdict: 'official_only',
      community: null,
      official: official('major_outage'),
    },
    { kind: 'officialAlone', status: 'major_outage' },
  ],
  [
    'both tell of it',
    {
      status: 'major_outage',
      verdict: 'confirmed',
      community: community('partial_outage'),
      official: official('major_outage'),
    },
    { kind: 'confirmed', status: 'partial_outage' },
  ],
  [
    'neither voice is known',
    { status: 'unknown', verdict: 'unknown', community: null, official: null },
    { kind: 'unknown', status: 'unknown' },
  ],
];

describe('chooseHeadline', () => {
  for (const [what, parts, headline] of ROWS) {
    it(`returns ${headline.kind} when ${what}`, () => {
      expect(chooseHeadline(feed(parts), false)).to.deep.equal(headline);
    });

    it(`returns only the last known status when ${what}, but long ago`, () => {
      expect(chooseHeadline(feed(parts), true)).to.deep.equal({
        kind: 'stale',
        status: parts.status,
      });
    });
  }

  it('never calls a problem status well, not even in a document that contradicts itself', () => {
    fc.assert(
      fc.property(feedArbitrary, (any) => {
        const { kind } = chooseHeadline(any, false);
        const calm = kind === 'allClear' || kind === 'recovering' || kind === 'maintenance';
        expect(calm && isProblem(any.status)).to.equal(false);
      }),
      { numRuns: 60 },
    );
  });
});

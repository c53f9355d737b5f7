import { expect } from '@open-wc/testing';
import { parseFeed, STATUSES, type Status } from '../../src/feed/index.js';
import { readFreshness } from '../../src/model/freshness.js';
import { chooseHeadline, type HeadlineKind } from '../../src/model/headline.js';
import {
  sampleFeed,
  SAMPLE_STATES,
  type CommunityStatus,
  type SampleOptions,
  type SampleState,
} from '../../src/testing/index.js';

const NOW_MS = Date.UTC(2026, 10, 22, 9);

const kindOf = (state: SampleState, options: SampleOptions = {}): HeadlineKind => {
  const feed = sampleFeed(state, { nowMs: NOW_MS, ...options });
  return chooseHeadline(feed, readFreshness(feed, NOW_MS).stale).kind;
};

describe('the sample feeds', () => {
  const kinds: Record<SampleState, HeadlineKind> = {
    operational: 'allClear',
    degraded_performance: 'communityOnly',
    partial_outage: 'communityOnly',
    major_outage: 'communityOnly',
    under_maintenance: 'maintenance',
    unknown: 'unknown',
    confirmed: 'confirmed',
    official_only: 'officialOnly',
    recovering: 'recovering',
    stale: 'stale',
    reports_paused: 'allClear',
    without_official: 'allClear',
    without_reports: 'allClear',
    reachable: 'communityOnly',
    unreachable: 'allClear',
  };

  for (const state of SAMPLE_STATES) {
    it(`are valid, and "${state}" is ${kinds[state]} on screen`, () => {
      const feed = sampleFeed(state, { nowMs: NOW_MS });
      expect(parseFeed(feed)).to.deep.equal(feed);
      expect(kindOf(state)).to.equal(kinds[state]);
    });
  }

  it('show the status that is their name', () => {
    for (const status of STATUSES) expect(sampleFeed(status).status).to.equal(status);
  });

  it('reach every other headline by what one side says', () => {
    expect(kindOf('major_outage', { official: null })).to.equal('communityAlone');
    expect(kindOf('without_reports', { official: 'major_outage' })).to.equal('officialAlone');
    expect(kindOf('major_outage', { official: 'degraded_performance' })).to.equal('confirmed');
  });

  it('are valid whatever both sides say', () => {
    const community: (CommunityStatus | null)[] = [
      'operational',
      'degraded_performance',
      'partial_outage',
      'major_outage',
      null,
    ];
    const official: (Status | null)[] = [...STATUSES, null];
    for (const users of community)
      for (const vendor of official) {
        const feed = sampleFeed('operational', { community: users, official: vendor });
        expect(parseFeed(feed)).to.deep.equal(feed);
        expect([feed.community?.status ?? null, feed.official?.status ?? null]).to.deep.equal([
          users,
          vendor,
        ]);
      }
  });

  it('are fresh now, and at the time of a test, but for the stale one', () => {
    expect(readFreshness(sampleFeed(), Date.now()).stale).to.equal(false);
    const atMs = Date.UTC(2031, 4, 1);
    expect(sampleFeed('confirmed', { nowMs: atMs })).to.include({
      generatedAt: '2031-05-01T00:00:00Z',
      since: '2031-04-30T23:35:00Z',
    });
    expect(sampleFeed('stale', { nowMs: atMs }).generatedAt).to.equal('2031-04-30T21:00:00Z');
  });

  it('have as many reports as their categories together', () => {
    for (const state of SAMPLE_STATES) {
      const { community } = sampleFeed(state);
      const sum = community?.categories.reduce((total, { reportCount }) => total + reportCount, 0);
      expect(community?.reportCount).to.equal(sum);
    }
  });

  it('are of the service that is asked for, by id or whole', () => {
    const ofId = sampleFeed('operational', { service: 'discord' });
    expect(ofId.service).to.deep.equal({ id: 'discord', name: 'Discord' });
    expect(ofId.guide?.about).to.match(/^Discord is/);
    expect(ofId.related.map(({ id }) => id)).not.to.include('discord');
    expect(sampleFeed('operational', { service: 'my-shop' }).service.name).to.equal('My shop');
    const service = { id: 'own', name: 'Our shop', url: 'https://shop.example/' };
    expect(sampleFeed('operational', { service }).service).to.deep.equal(service);
  });

  it('may be changed without a change of the next one', () => {
    const feed = sampleFeed('confirmed', { nowMs: NOW_MS });
    feed.service.name = 'other';
    feed.related[0]!.name = 'other';
    feed.official!.incidents[0]!.title = 'other';
    feed.community!.categories[0]!.label = 'other';
    feed.guide!.steps[0]!.title = 'other';
    feed.incidents.length = 0;
    expect(JSON.stringify(sampleFeed('confirmed', { nowMs: NOW_MS }))).not.to.contain('other"');
    expect(sampleFeed('confirmed').incidents).to.have.length(4);
  });

  it('name the samples that exist when asked for another', () => {
    expect(() => sampleFeed('down' as SampleState)).to.throw(
      TypeError,
      /^state: down is none of operational, degraded_performance, /,
    );
  });
});

import { expect } from '@open-wc/testing';
import type { LoadedFeed } from '../../src/client/feed-state.js';
import { completePushed, keepNewest } from '../../src/client/newest-feed.js';
import { sampleFeed } from './sample-feed.js';

const loaded = (generatedAt: string, changes: Partial<LoadedFeed> = {}): LoadedFeed => ({
  feed: sampleFeed({ generatedAt }),
  receivedAtMs: 1,
  clockOffsetMs: 0,
  etag: undefined,
  ...changes,
});

describe('the choice between the feed on screen and one that arrives', () => {
  const shown = loaded('2026-11-22T09:00:00Z');

  it('takes the first feed in any case', () => {
    expect(keepNewest(undefined, shown)).to.equal(shown);
  });

  it('takes a newer feed, and one of the same second', () => {
    for (const generatedAt of [
      '2026-11-22T09:00:00Z',
      '2026-11-22T09:00:00.5Z',
      '2026-11-22T09:00:01Z',
    ]) {
      const arrived = loaded(generatedAt);
      expect(keepNewest(shown, arrived)).to.equal(arrived);
    }
  });

  it('keeps the feed on screen over an older one, but takes over when and how that one came', () => {
    const arrived = loaded('2026-11-22T08:59:59Z', {
      receivedAtMs: 2,
      clockOffsetMs: 7,
      etag: '"b"',
    });
    expect(keepNewest(shown, arrived)).to.deep.equal({ ...arrived, feed: shown.feed });
  });

  it('takes a feed that is older by hours, as the server has set its clock back', () => {
    const arrived = loaded('2026-11-22T07:59:59Z');
    expect(keepNewest(shown, arrived)).to.equal(arrived);
  });
});

describe('a pushed feed completed from the known one', () => {
  const guide = { steps: [], faq: [] };

  it('keeps the known guide, clock and validator', () => {
    const shown = loaded('2026-11-22T09:00:00Z', { clockOffsetMs: 7, etag: '"a"' });
    const withGuide = { ...shown, feed: { ...shown.feed, guide } };
    const pushed = sampleFeed({ generatedAt: '2026-11-22T09:00:05Z' });
    expect(completePushed(pushed, withGuide, 99)).to.deep.equal({
      feed: { ...pushed, guide },
      receivedAtMs: 99,
      clockOffsetMs: 7,
      etag: '"a"',
    });
  });

  it('prefers a guide that was pushed', () => {
    const newGuide = { ...guide, about: 'New' };
    const shown = loaded('2026-11-22T09:00:00Z');
    const withGuide = { ...shown, feed: { ...shown.feed, guide } };
    expect(completePushed(sampleFeed({ guide: newGuide }), withGuide, 0).feed.guide).to.equal(
      newGuide,
    );
  });

  it('keeps the very same feed when the push repeats it', () => {
    const { related, ...rest } = sampleFeed();
    const shown = { ...loaded('2026-11-22T09:00:00Z'), feed: { ...rest, guide, related } };
    expect(completePushed({ ...rest, related }, shown, 0).feed).to.equal(shown.feed);
    const changed = { ...rest, related, status: 'unknown' as const };
    expect(completePushed(changed, shown, 0).feed.status).to.equal('unknown');
    const guided = { ...rest, related, guide: { ...guide, about: 'New' } };
    expect(completePushed(guided, shown, 0).feed.guide!.about).to.equal('New');
  });

  it('invents no guide', () => {
    expect(completePushed(sampleFeed(), undefined, 0).feed).to.not.have.property('guide');
  });
});

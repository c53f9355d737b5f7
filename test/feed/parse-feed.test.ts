import { expect } from '@open-wc/testing';
import { FeedError, parseFeed } from '../../src/feed/index.js';
import { fullFeed } from './feed-fixture.js';
import { listPaths, readPath, withPath, writePath } from './json-paths.js';

/** The error that a value is refused with. */
function refusal(value: unknown): FeedError {
  try {
    parseFeed(value);
  } catch (error) {
    expect(error).to.be.instanceOf(FeedError);
    return error as FeedError;
  }
  throw new Error('the value was accepted');
}

/** A value of another JSON type than the given one. */
const otherType = (value: unknown): unknown => (typeof value === 'string' ? 7 : 'another type');

const OPTIONAL = [
  'service.kind',
  'service.url',
  'community.recoveredCount',
  'community.reports',
  'community.categories[0].description',
  'official.name',
  'official.url',
  'official.indicator',
  'official.affected',
  'official.affected.total',
  'official.unknownReason',
  'official.incidents[0].url',
  'reachability',
  'reachability.url',
  'reachability.failure',
  'incidents[0].url',
  'guide',
  'guide.about',
];
const NULLABLE = [
  'since',
  'community',
  'official',
  'official.incidents[0].startedAt',
  'official.incidents[0].endedAt',
  'incidents[0].startedAt',
];

describe('parseFeed', () => {
  it('accepts a feed that has every field, and gives it back as it is', () => {
    expect(parseFeed(fullFeed())).to.deep.equal(fullFeed());
  });

  it('accepts a feed without its optional fields', () => {
    const bare = OPTIONAL.toReversed().reduce((feed, name) => {
      const path = listPaths(feed).find((candidate) => writePath(candidate) === name);
      return path ? withPath(feed, path, undefined) : feed;
    }, fullFeed());
    expect(parseFeed(bare)).to.deep.equal(bare);
  });

  for (const path of listPaths(fullFeed())) {
    const name = writePath(path);
    it(`refuses another type at ${name}, and names the place and what was found`, () => {
      const wrong = otherType(readPath(fullFeed(), path));
      const error = refusal(withPath(fullFeed(), path, wrong));
      expect(error.code).to.equal('invalid');
      expect(error.message).to.match(/: expected .+, got /);
      expect(error.message.startsWith(`${name}: `), error.message).to.equal(true);
      expect(error.message.endsWith(`got ${JSON.stringify(wrong)}`), error.message).to.equal(true);
    });

    if (typeof path.at(-1) === 'string' && !OPTIONAL.includes(name)) {
      it(`refuses a feed without ${name}`, () => {
        const error = refusal(withPath(fullFeed(), path, undefined));
        expect(error.message.startsWith(`${name}: expected `), error.message).to.equal(true);
        expect(error.message).to.match(/got (nothing|undefined)$/);
      });
    }
  }

  for (const name of NULLABLE) {
    it(`accepts null for ${name}`, () => {
      const path = listPaths(fullFeed()).find((candidate) => writePath(candidate) === name);
      const feed = withPath(fullFeed(), path ?? [], null);
      expect(parseFeed(feed)).to.deep.equal(feed);
    });
  }

  it('passes unknown fields at every level, whatever they hold', () => {
    const objects = [[], ...listPaths(fullFeed())].filter((path) => {
      const value = readPath(fullFeed(), path);
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    });
    expect(objects.length).to.be.greaterThan(10);
    for (const path of objects) {
      const place = [...path, 'fromTheFuture'];
      const feed = parseFeed(withPath(fullFeed(), place, { any: ['thing'] }));
      expect(withPath(feed, place, undefined), writePath(path)).to.deep.equal(fullFeed());
    }
  });

  for (const value of [null, undefined, 7, 'feed', true, [], {}]) {
    it(`refuses ${JSON.stringify(value) ?? 'undefined'} as a document`, () => {
      expect(refusal(value).code).to.equal('invalid');
    });
  }

  it('refuses a feed of another version, and says which it knows', () => {
    expect(refusal({ ...fullFeed(), version: 2 }).message).to.equal('version: expected 1, got 2');
  });

  it('cuts what it quotes, so that an error stays one line', () => {
    const error = refusal({ ...fullFeed(), status: 'x'.repeat(5000) });
    expect(error.message.length).to.be.lessThan(250);
  });
});

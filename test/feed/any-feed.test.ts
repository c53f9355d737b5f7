import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { FeedError, parseFeed, parseJson } from '../../src/feed/index.js';
import { feedSchema } from '../../src/feed/schema.js';
import { feedArbitrary } from './feed-arbitrary.js';
import { listPaths, readPath, withPath, writePath } from './json-paths.js';

const accepts = (value: unknown): boolean => {
  try {
    parseFeed(value);
    return true;
  } catch (error) {
    expect(error).to.be.instanceOf(FeedError);
    return false;
  }
};

/** A feed and one place in it. */
const feedWithPlace = feedArbitrary.chain((feed) =>
  fc.record({ feed: fc.constant(feed), path: fc.constantFrom(...listPaths(feed)) }),
);

describe('any feed', () => {
  it('is accepted when the format allows it, and comes back unchanged', () => {
    fc.assert(
      fc.property(feedArbitrary, (feed) => {
        expect(parseFeed(parseJson(JSON.stringify(feed)))).to.deep.equal(feed);
      }),
      { numRuns: 60 },
    );
  });

  it('is refused with one value of a wrong type, and the message starts with its place', () => {
    fc.assert(
      fc.property(feedWithPlace, ({ feed, path }) => {
        const wrong = typeof readPath(feed, path) === 'string' ? 7 : 'another type';
        // Where null is allowed, the value may be null, and text may then be right as well.
        fc.pre(!(readPath(feed, path) === null));
        expect(() => parseFeed(withPath(feed, path, wrong)))
          .to.throw(FeedError)
          .with.property('message')
          .that.satisfies((message: string) => message.startsWith(`${writePath(path)}: expected `));
      }),
      { numRuns: 200 },
    );
  });

  it('gets the same verdict from the reader and from the schema, with anything at one place', () => {
    fc.assert(
      fc.property(feedWithPlace, fc.jsonValue(), ({ feed, path }, value) => {
        const changed = withPath(feed, path, value);
        expect(accepts(changed), writePath(path)).to.equal(feedSchema.safeParse(changed).success);
      }),
      { numRuns: 200 },
    );
  });

  it('ends in a FeedError and in nothing else when it is not a feed at all', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(accepts(value)).to.equal(false);
      }),
      { numRuns: 200 },
    );
  });
});

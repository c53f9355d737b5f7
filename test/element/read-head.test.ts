import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readHead } from '../../src/element/read-head.js';
import { parseFeed } from '../../src/feed/index.js';
import { feedArbitrary } from '../feed/feed-arbitrary.js';
import { fullFeed } from '../feed/feed-fixture.js';

/** The document with one field changed; the field is named by its path. */
const withField = (path: string, value: unknown): unknown => {
  const copy = structuredClone(fullFeed()) as unknown as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop()!;
  let holder = copy;
  for (const name of names) holder = holder[name] as Record<string, unknown>;
  holder[last] = value;
  return copy;
};

describe('the head of a feed', () => {
  it('is read of every feed', () => {
    fc.assert(fc.property(feedArbitrary, (feed) => readHead(feed) === feed));
  });

  const FIELDS = [
    'version',
    'service',
    'service.name',
    'status',
    'verdict',
    'generatedAt',
    'maxAgeSeconds',
    'since',
    'community',
    'community.status',
    'community.reportCount',
    'community.typicalCount',
    'official',
    'official.status',
  ];
  for (const path of FIELDS) {
    it(`is not read where ${path} is wrong`, () => {
      for (const value of [undefined, 7.5, 'down', {}, [], true, 'x'.repeat(5000)]) {
        const document = withField(path, value);
        // Some of these values are right for some fields, says the check of the whole.
        let isFeed = true;
        try {
          parseFeed(document);
        } catch {
          isFeed = false;
        }
        const isTolerated = path.endsWith('Seconds') || path.endsWith('Count');
        if (isFeed || (isTolerated && value === 7.5)) continue;
        expect(readHead(document), `${path}: ${JSON.stringify(value)}`).to.equal(undefined);
      }
    });
  }

  it('is not read of what is no document at all', () => {
    for (const value of [undefined, null, 0, '', 'feed', [], {}, [1], { version: 1 }])
      expect(readHead(value)).to.equal(undefined);
  });

  it('does not depend on the rest of the document, which the element checks', () => {
    expect(readHead(withField('community.series', 'broken'))).to.not.equal(undefined);
  });
});

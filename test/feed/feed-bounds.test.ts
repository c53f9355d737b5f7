import { expect } from '@open-wc/testing';
import { FeedError, MAX_FEED_BYTES, parseFeed, parseJson } from '../../src/feed/index.js';
import { fullFeed } from './feed-fixture.js';
import { listPaths, withPath, writePath } from './json-paths.js';

const at = (name: string, value: unknown) => {
  const path = listPaths(fullFeed()).find((candidate) => writePath(candidate) === name);
  if (!path) throw new Error(`the fixture has no ${name}`);
  return withPath(fullFeed(), path, value);
};

const category = { id: 'messages', label: 'Messages', reportCount: 1, share: 0.1 };
const related = { id: 'discord', name: 'Discord', status: 'operational' };
const [incident] = fullFeed().incidents;
const step = { id: 'restart', title: 'Restart', text: 'Restart.' };
const faq = { question: 'Why?', answer: 'So.' };
const many = <T>(value: T, length: number): T[] => Array.from({ length }, () => value);

const YEAR_OF_QUARTERS = 365 * 96;

const ACCEPTED: readonly [what: string, name: string, value: unknown][] = [
  ['the first second of 2000', 'generatedAt', '2000-01-01T00:00:00Z'],
  ['the last second of 2099', 'generatedAt', '2099-12-31T23:59:59Z'],
  ['a leap day', 'generatedAt', '2028-02-29T00:00:00Z'],
  ['microseconds', 'generatedAt', '2026-11-22T09:00:00.123456Z'],
  ['the greatest safe count', 'community.reportCount', Number.MAX_SAFE_INTEGER],
  ['a count of zero', 'community.reportCount', 0],
  ['no votes', 'community.recoveredCount', 0],
  ['three days of quarter hours', 'community.series.counts', many(1, 288)],
  ['an empty series', 'community.series.counts', []],
  ['24 categories', 'community.categories', many(category, 24)],
  ['10 incidents', 'incidents', many(incident, 10)],
  ['20 official incidents', 'official.incidents', many(incident, 20)],
  ['12 related services', 'related', many(related, 12)],
  ['a share of one', 'community.categories[0].share', 1],
  ['an age limit of a day', 'maxAgeSeconds', 86_400],
];

const REFUSED: readonly [what: string, name: string, value: unknown][] = [
  ['a date in 1970', 'generatedAt', '1970-01-01T00:00:00Z'],
  ['a date in 3000', 'generatedAt', '3000-01-01T00:00:00Z'],
  ['a date in 2100', 'since', '2100-01-01T00:00:00Z'],
  ['a date with an offset', 'generatedAt', '2026-11-22T09:00:00+01:00'],
  ['a date without a time', 'generatedAt', '2026-11-22'],
  ['epoch milliseconds', 'generatedAt', 1_795_338_000_000],
  ['a 13th month', 'generatedAt', '2026-13-01T00:00:00Z'],
  ['a 25th hour', 'generatedAt', '2026-11-22T25:00:00Z'],
  ['30 February', 'generatedAt', '2026-02-30T00:00:00Z'],
  ['29 February of a year that has none', 'generatedAt', '2026-02-29T00:00:00Z'],
  ['31 November', 'community.series.startAt', '2026-11-31T00:00:00Z'],
  ['a date with text behind it', 'generatedAt', '2026-11-22T09:00:00Z and more'],
  ['a date with a line break behind it', 'generatedAt', '2026-11-22T09:00:00Z\n'],
  ['a count beyond 2^53', 'community.reportCount', 2 ** 53],
  ['a series count beyond 2^53', 'community.series.counts[0]', 1e300],
  ['a usual count beyond 2^53', 'community.typicalCount', 2 ** 53],
  ['a count below zero', 'community.reportCount', -1],
  ['half a report', 'community.reportCount', 0.5],
  ['a text for those for whom it works again', 'community.recoveredCount', '14'],
  ['null for those for whom it works again', 'community.recoveredCount', null],
  ['a usual count below zero', 'community.series.typical[0]', -0.1],
  ['a year of quarter hours', 'community.series.counts', many(1, YEAR_OF_QUARTERS)],
  ['a year of usual counts', 'community.series.typical', many(1, YEAR_OF_QUARTERS)],
  ['one bucket too many', 'community.series.counts', many(1, 289)],
  ['buckets of no length', 'community.series.stepSeconds', 0],
  ['buckets of two days', 'community.series.stepSeconds', 172_800],
  ['a window of a second', 'community.windowSeconds', 1],
  ['10,000 categories', 'community.categories', many(category, 10_000)],
  ['25 categories', 'community.categories', many(category, 25)],
  ['11 incidents', 'incidents', many(incident, 11)],
  ['21 official incidents', 'official.incidents', many(incident, 21)],
  ['13 related services', 'related', many(related, 13)],
  ['25 steps', 'guide.steps', many(step, 25)],
  ['41 questions', 'guide.faq', many(faq, 41)],
  ['a share above one', 'community.categories[0].share', 1.01],
  ['a share below zero', 'community.categories[0].share', -0.01],
  ['an age limit of nothing', 'maxAgeSeconds', 0],
  ['an age limit of a month', 'maxAgeSeconds', 2_592_000],
  ['a name of 81 characters', 'service.name', 'n'.repeat(81)],
  ['a label of 81 characters', 'community.categories[0].label', 'l'.repeat(81)],
  ['a title of 301 characters', 'incidents[0].title', 't'.repeat(301)],
  ['an address of 2049 characters', 'service.url', `https://x/${'y'.repeat(2039)}`],
  ['an id with a slash', 'service.id', '../kik'],
  ['an id in capitals', 'service.id', 'Kik'],
  ['an empty id', 'service.id', ''],
  ['an id with a line break behind it', 'service.id', 'kik\n'],
];

describe('the bounds of a feed', () => {
  for (const [what, name, value] of ACCEPTED) {
    it(`accept ${what} in ${name}`, () => {
      expect(parseFeed(at(name, value))).to.deep.equal(at(name, value));
    });
  }

  for (const [what, name, value] of REFUSED) {
    it(`refuse ${what} in ${name}, naming the place`, () => {
      expect(() => parseFeed(at(name, value)))
        .to.throw(FeedError)
        .with.property('message')
        .that.satisfies((message: string) => message.startsWith(`${name}: expected `));
    });
  }

  it('accept no date that a browser cannot read: every accepted time has a number', () => {
    for (let month = 1; month <= 12; month += 1) {
      for (let day = 1; day <= 31; day += 1) {
        const two = (value: number) => String(value).padStart(2, '0');
        const time = `2026-${two(month)}-${two(day)}T12:00:00Z`;
        let accepted = true;
        try {
          parseFeed(at('generatedAt', time));
        } catch {
          accepted = false;
        }
        const exists = new Date(Date.UTC(2026, month - 1, day)).getUTCDate() === day;
        expect(accepted, time).to.equal(exists);
      }
    }
  });
});

describe('parseJson', () => {
  const envelope = '{"a":""}';
  const document = (length: number) => `{"a":"${'x'.repeat(length - envelope.length)}"}`;

  it(`reads a document of ${MAX_FEED_BYTES} bytes`, () => {
    expect(parseJson(document(MAX_FEED_BYTES))).to.have.property('a');
  });

  it('refuses a document that is one byte longer, and says how long it may be', () => {
    expect(() => parseJson(document(MAX_FEED_BYTES + 1)))
      .to.throw(FeedError, `at most ${MAX_FEED_BYTES} bytes, got ${MAX_FEED_BYTES + 1}`)
      .with.property('code', 'invalid');
  });

  for (const text of ['', 'not json', '{"version": 1', '<!doctype html>', 'undefined', 'NaN']) {
    it(`refuses ${JSON.stringify(text)} and keeps the cause`, () => {
      expect(() => parseJson(text))
        .to.throw(FeedError, 'expected JSON')
        .with.property('cause')
        .that.is.instanceOf(SyntaxError);
    });
  }
});

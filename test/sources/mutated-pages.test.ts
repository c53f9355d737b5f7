import { expect } from '@open-wc/testing';
import { FeedError, parseFeed } from '../../src/feed/index.js';
import { parseDocument, readOfficialPage, toFeed } from '../../src/sources/index.js';
import { mutate, scramble, seededRandom } from './mutate.js';
import { ALL_PAGES, PROBLEM_PAGES } from './all-pages.js';
import { CHECKED_AT_MS, type SamplePage } from './sample-page.js';

const SEED = 20_261_122;
// The engines differ in how they read dates, which the tests of each format try in all of them; this is about our logic.
const TIMES = navigator.userAgent.includes('Chrome') ? 10_000 : 2000;

/** The status of a document, or why there is none. Throws for anything that is not the project's own refusal. */
const statusOf = (document: unknown, format?: string): string => {
  try {
    const official = readOfficialPage(document, {
      url: 'https://status.vendor.example/data.json',
      checkedAtMs: CHECKED_AT_MS,
      format,
    });
    // Whatever was read must be fit for a feed.
    const feed = toFeed(official, { name: 'Vendor', nowMs: CHECKED_AT_MS });
    parseFeed(JSON.parse(JSON.stringify(feed)));
    return official.status;
  } catch (error) {
    if (error instanceof FeedError) return error.code;
    throw error;
  }
};

const received = ({ document }: SamplePage): unknown => JSON.parse(JSON.stringify(document));

describe('broken pages', () => {
  it(`turn no problem into good news, ${TIMES} times`, () => {
    const random = seededRandom(SEED);
    const pages = PROBLEM_PAGES.map((page) => ({ ...page, document: received(page) }));
    for (let time = 0; time < TIMES; time += 1) {
      const { format, what, document } = pages[time % pages.length]!;
      const mutation = mutate(document, random);
      const status = statusOf(mutation.document, time % 2 ? format : undefined);
      if (!mutation.saysNoProblem) {
        expect(status, `${format}, ${what}: ${mutation.what}`).to.not.equal('operational');
      }
    }
  }).timeout(60_000);

  it('are refused in our own words, however they are broken', () => {
    const random = seededRandom(SEED + 1);
    const pages = ALL_PAGES.map(received);
    let refused = 0;
    for (let time = 0; time < TIMES; time += 1) {
      const text = scramble(JSON.stringify(pages[time % pages.length]), random);
      try {
        statusOf(parseDocument(text));
      } catch (error) {
        expect(error, text).to.be.instanceOf(FeedError);
        refused += 1;
      }
    }
    expect(refused).to.be.greaterThan(TIMES / 20);
  }).timeout(60_000);

  it('are refused when they are as large or as deep as they can be', () => {
    const many = Array.from({ length: 5001 }, () => ({ name: 'a', status: 'operational' }));
    const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`) as unknown;
    expect(statusOf({ status: { indicator: 'none' }, components: many })).to.equal('invalid');
    expect(statusOf({ status: { indicator: 'none' }, components: [deep] })).to.equal('invalid');
    expect(statusOf({ status: { indicator: deep } })).to.equal('unknown');
  });
});

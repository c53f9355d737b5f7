import { expect } from '@open-wc/testing';
import { readFreshness } from '../../src/model/index.js';

const GENERATED_AT_MS = Date.UTC(2026, 10, 22, 9, 0, 0);
const feed = { generatedAt: '2026-11-22T09:00:00Z', maxAgeSeconds: 300 };

const CASES: readonly [what: string, elapsedMs: number, ageSeconds: number, stale: boolean][] = [
  ['new', 0, 0, false],
  ['999 ms old', 999, 0, false],
  ['one second old', 1000, 1, false],
  ['exactly at its limit', 300_000, 300, false],
  ['within the last second before it is over', 300_999, 300, false],
  ['one second over its limit', 301_000, 301, true],
  ['a day old', 86_400_000, 86_400, true],
  ['from the future by a wrong clock', -60_000, 0, false],
];

describe('readFreshness', () => {
  for (const [what, elapsedMs, ageSeconds, stale] of CASES) {
    it(`returns ${ageSeconds} s, ${stale ? 'stale' : 'fresh'}, for a feed that is ${what}`, () => {
      expect(readFreshness(feed, GENERATED_AT_MS + elapsedMs)).to.deep.equal({ ageSeconds, stale });
    });
  }

  it('reads times as UTC wherever the visitor is', () => {
    expect(new Date(GENERATED_AT_MS).getHours(), 'the tests run in a far time zone').not.to.equal(
      9,
    );
    expect(readFreshness(feed, GENERATED_AT_MS).ageSeconds).to.equal(0);
  });
});

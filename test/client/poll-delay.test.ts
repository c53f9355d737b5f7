import { expect } from '@open-wc/testing';
import { pollDelayMs, type PollSituation } from '../../src/client/poll-delay.js';
import { FeedError } from '../../src/feed/index.js';

const MINUTE_MS = 60_000;
const network = new FeedError('network', '');
const http = (httpStatus: number, retryAfterMs?: number) =>
  new FeedError('http', '', { httpStatus, ...(retryAfterMs !== undefined && { retryAfterMs }) });

const delayOf = (changes: Partial<PollSituation>): number =>
  pollDelayMs({
    intervalMs: MINUTE_MS,
    failureCount: changes.error ? 1 : 0,
    error: undefined,
    pushedMaxAgeMs: undefined,
    jitter: 0.5,
    ...changes,
  });

describe('the delay until the next poll', () => {
  const table: [what: string, changes: Partial<PollSituation>, delayMs: number][] = [
    ['all is well', {}, MINUTE_MS],
    ['all is well, earliest', { jitter: 0 }, 54_000],
    ['push is healthy', { pushedMaxAgeMs: 3_600_000 }, 5 * MINUTE_MS],
    ['push is healthy and the feed ages in 5 minutes', { pushedMaxAgeMs: 300_000 }, 150_000],
    [
      'push is healthy and the feed ages faster than we poll',
      { pushedMaxAgeMs: 30_000 },
      MINUTE_MS,
    ],
    ['first failure', { error: network }, 5_000],
    ['second failure', { error: network, failureCount: 2 }, 10_000],
    ['fifth failure', { error: network, failureCount: 5 }, 80_000],
    ['hundredth failure', { error: network, failureCount: 100 }, 5 * MINUTE_MS],
    [
      'hundredth failure, latest',
      { error: network, failureCount: 100, jitter: 0.999 },
      5 * MINUTE_MS,
    ],
    [
      'hundredth failure of an hourly poll',
      { error: network, failureCount: 100, intervalMs: 60 * MINUTE_MS },
      60 * MINUTE_MS,
    ],
    ['server error', { error: http(500) }, 5_000],
    ['not a feed this time', { error: new FeedError('invalid', '') }, 5_000],
    ['not found', { error: http(404) }, 5 * MINUTE_MS],
    ['an unknown format', { error: new FeedError('unsupported', '') }, 5 * MINUTE_MS],
    ['too many requests, no word how long', { error: http(429) }, 5_000],
    ['too many requests, come back in 90 s', { error: http(429, 90_000), jitter: 0 }, 90_000],
    ['unavailable, come back in 90 s, latest', { error: http(503, 90_000), jitter: 1 }, 99_000],
    ['come back in 100 ms', { error: http(503, 100), jitter: 0 }, 5_000],
    ['come back tomorrow', { error: http(503, 86_400_000), jitter: 0 }, 60 * MINUTE_MS],
  ];
  for (const [what, changes, delayMs] of table) {
    it(`is ${delayMs / 1000} s: ${what}`, () => {
      expect(delayOf(changes)).to.be.closeTo(delayMs, 1e-6);
    });
  }

  it('is infinite when polling is off, failed or not', () => {
    expect(delayOf({ intervalMs: Infinity })).to.equal(Infinity);
    expect(delayOf({ intervalMs: Infinity, error: http(503, 1000) })).to.equal(Infinity);
  });

  it('varies by a tenth at most either way', () => {
    for (const jitter of [0, 0.25, 0.5, 0.75, 0.999]) {
      expect(delayOf({ jitter })).to.be.within(0.9 * MINUTE_MS, 1.1 * MINUTE_MS);
    }
  });
});

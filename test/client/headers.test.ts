import { expect } from '@open-wc/testing';
import { readClockOffset, readRetryAfter } from '../../src/client/headers.js';

const NOW_MS = Date.parse('2026-11-22T09:00:00Z');
const DAY_MS = 86_400_000;

describe('a Retry-After header', () => {
  const table: [value: string | undefined, waitMs: number | undefined][] = [
    [undefined, undefined],
    ['', undefined],
    ['120', 120_000],
    ['1.5', 1500],
    ['soon', undefined],
    ['-5', undefined],
    ['Sun, 22 Nov 2026 09:02:00 GMT', 120_000],
    ['Sun, 22 Nov 2026 08:58:00 GMT', undefined],
  ];
  for (const [value, waitMs] of table) {
    it(`means ${waitMs} ms when it is ${JSON.stringify(value)}`, () => {
      expect(
        readRetryAfter(new Headers(value === undefined ? {} : { 'retry-after': value }), NOW_MS),
      ).to.equal(waitMs);
    });
  }
});

describe("the offset between the server's clock and the visitor's", () => {
  const date = 'Sun, 22 Nov 2026 09:00:00 GMT';
  const table: [
    what: string,
    headers: Record<string, string>,
    receivedAtMs: number,
    offsetMs: number,
  ][] = [
    ['nothing to read', {}, NOW_MS, 0],
    ['an unreadable date', { date: 'today' }, NOW_MS, 0],
    ['equal clocks', { date }, NOW_MS, 0],
    ['a visitor three days ahead', { date }, NOW_MS + 3 * DAY_MS, -3 * DAY_MS],
    ['a visitor three days behind', { date }, NOW_MS - 3 * DAY_MS, 3 * DAY_MS],
    ['an answer 40 s old in a shared cache', { date, age: '40' }, NOW_MS + 40_000, 0],
    ['an unreadable age', { date, age: 'old' }, NOW_MS + 2000, -2000],
  ];
  for (const [what, headers, receivedAtMs, offsetMs] of table) {
    it(`is ${offsetMs} ms for ${what}`, () => {
      expect(readClockOffset(new Headers(headers), receivedAtMs)).to.equal(offsetMs);
    });
  }
});

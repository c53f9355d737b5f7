import { expect } from '@open-wc/testing';
import { readIntervalMs } from '../../src/client/refresh-interval.js';

describe('the interval of a stream', () => {
  const table: [refreshes: (number | 'off' | undefined)[], intervalMs: number][] = [
    [[undefined], 60_000],
    [[30], 30_000],
    [[1], 15_000],
    [[-10], 15_000],
    [[Infinity], 3_600_000],
    [[86_400], 3_600_000],
    [[Number.NaN], 60_000],
    [['off'], Infinity],
    [['off', 300, 20], 20_000],
    [['off', 'off'], Infinity],
    [[], Infinity],
  ];
  for (const [refreshes, intervalMs] of table) {
    it(`is ${intervalMs} ms for readers who want ${JSON.stringify(refreshes)}`, () => {
      expect(readIntervalMs(refreshes.map((refresh) => ({ refresh })))).to.equal(intervalMs);
    });
  }
});

import { expect } from '@open-wc/testing';
import { readTrendPoints } from '../../src/chart/trend-points.js';

describe('readTrendPoints', () => {
  it('gives each count its time, and its usual range where there is a baseline', () => {
    const points = readTrendPoints({
      startAt: '2026-11-22T08:00:00Z',
      stepSeconds: 900,
      counts: [3, 0, 8],
      typical: [4, 0],
    });
    const startMs = Date.parse('2026-11-22T08:00:00Z');
    expect(points).to.deep.equal([
      { atMs: startMs, count: 3, typical: 4, upper: 8 },
      { atMs: startMs + 900_000, count: 0, typical: 0, upper: 0 },
      { atMs: startMs + 1_800_000, count: 8, typical: undefined, upper: undefined },
    ]);
  });

  it('gives no point for an empty series', () => {
    expect(
      readTrendPoints({
        startAt: '2026-11-22T08:00:00Z',
        stepSeconds: 60,
        counts: [],
        typical: [],
      }),
    ).to.deep.equal([]);
  });
});

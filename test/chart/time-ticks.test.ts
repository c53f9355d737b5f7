import { expect } from '@open-wc/testing';
import { pickTimeTicks } from '../../src/chart/time-ticks.js';

const HOUR_MS = 3_600_000;
const START_MS = Date.parse('2026-11-21T09:07:00Z');

describe('pickTimeTicks', () => {
  for (const [hours, maximum, step] of [
    [24, 8, 3],
    [24, 4, 6],
    [24, 2, 12],
    [6, 8, 1],
    [72, 8, 12],
  ] as const) {
    it(`gives ticks every ${step} hours for ${hours} hours and room for ${maximum}`, () => {
      const ticks = pickTimeTicks(START_MS, START_MS + hours * HOUR_MS, maximum);
      expect(ticks.length).to.be.within(2, maximum);
      for (const [index, tick] of ticks.entries()) {
        expect(tick).to.be.within(START_MS, START_MS + hours * HOUR_MS);
        expect(new Date(tick).getMinutes(), 'a full hour on the visitor’s clock').to.equal(0);
        expect(new Date(tick).getHours() % step).to.equal(0);
        if (index > 0) expect(tick - ticks[index - 1]!).to.equal(step * HOUR_MS);
      }
    });
  }

  it('stays on round hours for spans up to a year, and within the room there is', () => {
    const ticks = pickTimeTicks(START_MS, START_MS + 365 * 24 * HOUR_MS, 6);
    expect(ticks.length).to.be.within(3, 6);
    expect(ticks.every((tick) => new Date(tick).getHours() === 0)).to.equal(true);
  });

  it('gives no tick for a span without a full hour', () => {
    const start = new Date(2026, 10, 21, 9, 10).getTime();
    expect(pickTimeTicks(start, start + 600_000, 5)).to.deep.equal([]);
  });
});

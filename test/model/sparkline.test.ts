import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { drawSparkline } from '../../src/model/index.js';

/** The points of a path, as numbers; commands and the closing Z left out. */
const pointsOf = (path: string): number[][] =>
  path
    .replace(/[MZ]/g, '')
    .split('L')
    .map((pair) => pair.split(' ').map(Number));

describe('drawSparkline', () => {
  it('draws the counts from left to right, the greatest at the top edge', () => {
    const { line, area, maximum } = drawSparkline([0, 5, 10], [], 100, 20);
    expect(line).to.equal('M0 20L50 10L100 0');
    expect(area).to.equal('M0 20L0 20L50 10L100 0L100 20Z');
    expect(maximum).to.equal(10);
  });

  it('draws the usual band up to two standard deviations above the baseline', () => {
    const { band, maximum } = drawSparkline([1, 1], [4, 9], 10, 15);
    expect(maximum).to.equal(15);
    expect(band).to.equal('M0 15L0 7L10 0L10 15Z');
  });

  it('draws a flat line along the bottom when there are no reports', () => {
    expect(drawSparkline([0, 0, 0], [], 100, 20)).to.deep.equal({
      line: 'M0 20L50 20L100 20',
      area: 'M0 20L0 20L50 20L100 20L100 20Z',
      band: '',
      maximum: 1,
    });
  });

  for (const counts of [[], [7]]) {
    it(`draws no line through ${counts.length} buckets`, () => {
      const { line, area, band } = drawSparkline(counts, [3], 100, 20);
      expect({ line, area, band }).to.deep.equal({ line: '', area: '', band: '' });
    });
  }

  it('ends the band where the baseline ends, and ignores a baseline that is longer than the counts', () => {
    expect(pointsOf(drawSparkline([1, 1, 1, 1], [1, 1], 90, 10).band).at(-1)?.[0]).to.equal(30);
    expect(pointsOf(drawSparkline([1, 1], [1, 1, 99], 90, 10).band).at(-1)?.[0]).to.equal(90);
  });

  it('stays in its box, with finite numbers, for any feed', () => {
    const counts = fc.array(fc.maxSafeNat(), { maxLength: 288 });
    const typical = fc.array(fc.double({ min: 0, max: Number.MAX_SAFE_INTEGER, noNaN: true }), {
      maxLength: 288,
    });
    fc.assert(
      fc.property(counts, typical, (given, usual) => {
        const { line, area, band } = drawSparkline(given, usual, 240, 48);
        for (const path of [line, area, band].filter(Boolean)) {
          for (const [x, y] of pointsOf(path)) {
            expect(x).to.be.within(0, 240);
            expect(y).to.be.within(0, 48);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

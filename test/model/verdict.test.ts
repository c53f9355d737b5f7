import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { STATUSES, type Status, type Verdict } from '../../src/feed/index.js';
import { isProblem, relateVoices, worseStatus } from '../../src/model/index.js';

const PROBLEMS: readonly Status[] = ['degraded_performance', 'partial_outage', 'major_outage'];

const status = fc.constantFrom(...STATUSES);

describe('isProblem', () => {
  for (const value of STATUSES) {
    it(`returns ${PROBLEMS.includes(value)} for ${value}`, () => {
      expect(isProblem(value)).to.equal(PROBLEMS.includes(value));
    });
  }
});

describe('worseStatus', () => {
  const ROWS: readonly [left: Status, right: Status, worse: Status][] = [
    ['operational', 'degraded_performance', 'degraded_performance'],
    ['degraded_performance', 'partial_outage', 'partial_outage'],
    ['partial_outage', 'major_outage', 'major_outage'],
    ['operational', 'under_maintenance', 'under_maintenance'],
    ['under_maintenance', 'degraded_performance', 'degraded_performance'],
    ['unknown', 'operational', 'operational'],
    ['unknown', 'under_maintenance', 'under_maintenance'],
    ['unknown', 'unknown', 'unknown'],
  ];

  for (const [left, right, worse] of ROWS) {
    it(`turns ${left} and ${right} into ${worse}, in either order`, () => {
      expect(worseStatus(left, right)).to.equal(worse);
      expect(worseStatus(right, left)).to.equal(worse);
    });
  }

  it('does not depend on order or grouping, and is one of the two', () => {
    fc.assert(
      fc.property(status, status, status, (a, b, c) => {
        expect(worseStatus(a, b)).to.equal(worseStatus(b, a));
        expect(worseStatus(worseStatus(a, b), c)).to.equal(worseStatus(a, worseStatus(b, c)));
        expect([a, b]).to.include(worseStatus(a, b));
      }),
    );
  });

  it('never hides a problem', () => {
    fc.assert(
      fc.property(status, status, (a, b) => {
        expect(isProblem(worseStatus(a, b))).to.equal(isProblem(a) || isProblem(b));
      }),
    );
  });
});

describe('relateVoices', () => {
  const ROWS: readonly [community: Status, official: Status, verdict: Verdict][] = [
    ['operational', 'operational', 'all_clear'],
    ['operational', 'under_maintenance', 'all_clear'],
    ['operational', 'unknown', 'all_clear'],
    ['unknown', 'operational', 'all_clear'],
    ['partial_outage', 'operational', 'community_only'],
    ['degraded_performance', 'under_maintenance', 'community_only'],
    ['major_outage', 'unknown', 'community_only'],
    ['operational', 'major_outage', 'official_only'],
    ['unknown', 'degraded_performance', 'official_only'],
    ['degraded_performance', 'major_outage', 'confirmed'],
    ['unknown', 'unknown', 'unknown'],
  ];

  for (const [community, official, verdict] of ROWS) {
    it(`returns ${verdict} when users report ${community} and the vendor ${official}`, () => {
      expect(relateVoices(community, official)).to.equal(verdict);
    });
  }

  it('never returns all clear when either voice reports a problem', () => {
    fc.assert(
      fc.property(status, status, (community, official) => {
        const clear = relateVoices(community, official) === 'all_clear';
        expect(clear && (isProblem(community) || isProblem(official))).to.equal(false);
      }),
    );
  });
});

import { expect } from '@open-wc/testing';
import type { Incident } from '../../src/feed/index.js';
import { detectionLeadSeconds } from '../../src/model/index.js';

const incident = (changes: Partial<Incident>): Incident => ({
  id: 'one',
  title: 'Messages fail',
  status: 'investigating',
  impact: 'major',
  startedAt: '2026-11-22T09:00:00Z',
  endedAt: null,
  source: 'official',
  ...changes,
});
const seen = incident({ id: 'seen', source: 'community' });
const at = (time: string): string => `2026-11-22T${time}Z`;

const ROWS: readonly [string, Incident, Incident[], number | undefined][] = [
  ['the vendor follows', seen, [seen, incident({ startedAt: at('09:18:00') })], 1080],
  ['the vendor was first', seen, [incident({ startedAt: at('08:55:00') })], -300],
  [
    'of two of the vendor’s the first counts',
    seen,
    [incident({ startedAt: at('10:00:00') }), incident({ startedAt: at('09:30:00') })],
    1800,
  ],
  ['the vendor never tells', seen, [seen], undefined],
  [
    'the vendor’s was another day',
    seen,
    [incident({ startedAt: '2026-11-21T09:00:00Z' })],
    undefined,
  ],
  [
    'the vendor’s was over before',
    seen,
    [incident({ startedAt: at('08:00:00'), endedAt: at('08:30:00') })],
    undefined,
  ],
  [
    'the vendor’s began after ours was over',
    { ...seen, endedAt: at('09:30:00') },
    [incident({ startedAt: at('10:00:00') })],
    undefined,
  ],
  [
    'the vendor only maintains',
    seen,
    [incident({ startedAt: at('09:10:00'), impact: 'maintenance' })],
    undefined,
  ],
  ['it is the vendor’s own', incident({}), [incident({ startedAt: at('09:10:00') })], undefined],
];

describe('the detection lead', () => {
  for (const [what, one, others, seconds] of ROWS) {
    it(`is ${seconds} s when ${what}`, () => {
      expect(detectionLeadSeconds(one, others)).to.equal(seconds);
    });
  }
});

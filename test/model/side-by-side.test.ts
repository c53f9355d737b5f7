import { expect } from '@open-wc/testing';
import type { Feed, Status, Verdict } from '../../src/feed/index.js';
import { en } from '../../src/i18n/en.js';
import { chooseHeadline, relateVoices, worseStatus } from '../../src/model/index.js';

/** Every pair of voices; `null`: reports are not counted, or there is no official page. */
const ROWS: readonly [Status | null, Status | null, Status, Verdict, string][] = [
  [null, null, 'unknown', 'unknown', 'No current information about Kik.'],
  [null, 'operational', 'operational', 'all_clear', 'No sign of a problem with Kik.'],
  [null, 'major_outage', 'major_outage', 'official_only', 'Kik itself reports a major outage.'],
  [
    null,
    'under_maintenance',
    'under_maintenance',
    'all_clear',
    'Kik announced maintenance, in progress now.',
  ],
  [null, 'unknown', 'unknown', 'unknown', 'No current information about Kik.'],
  ['operational', null, 'operational', 'all_clear', 'No sign of a problem with Kik.'],
  ['operational', 'operational', 'operational', 'all_clear', 'No sign of a problem with Kik.'],
  [
    'operational',
    'major_outage',
    'major_outage',
    'official_only',
    'Kik reports a major outage. Users report nothing unusual.',
  ],
  [
    'operational',
    'under_maintenance',
    'under_maintenance',
    'all_clear',
    'Kik announced maintenance, in progress now.',
  ],
  ['operational', 'unknown', 'operational', 'all_clear', 'No sign of a problem with Kik.'],
  [
    'partial_outage',
    null,
    'partial_outage',
    'community_only',
    'Users report a partial outage at Kik.',
  ],
  [
    'partial_outage',
    'operational',
    'partial_outage',
    'community_only',
    'Users report a partial outage; Kik says all is well.',
  ],
  [
    'partial_outage',
    'major_outage',
    'major_outage',
    'confirmed',
    'Users report a partial outage, and Kik confirms a problem.',
  ],
  [
    'partial_outage',
    'under_maintenance',
    'partial_outage',
    'community_only',
    'Users report a partial outage at Kik.',
  ],
  [
    'partial_outage',
    'unknown',
    'partial_outage',
    'community_only',
    'Users report a partial outage at Kik.',
  ],
];

describe('the two voices side by side', () => {
  for (const [users, vendor, status, verdict, sentence] of ROWS) {
    const feed = {
      status: worseStatus(users ?? 'unknown', vendor ?? 'unknown'),
      verdict: relateVoices(users ?? 'unknown', vendor ?? 'unknown'),
      community: users && { status: users, reportCount: 3, typicalCount: 3 },
      official: vendor && { status: vendor },
    } as Feed;
    const say = (stale: boolean): string => {
      const headline = chooseHeadline(feed, stale);
      return en.verdict[headline.kind]({
        name: 'Kik',
        status: en.statusInSentence[headline.status],
        age: '3 hours ago',
      });
    };

    it(`describe users at ${users} and the vendor at ${vendor}`, () => {
      expect([feed.status, feed.verdict, say(false)]).to.deep.equal([status, verdict, sentence]);
    });

    it(`claim nothing from users at ${users} and the vendor at ${vendor} when that is old`, () => {
      expect(say(true)).to.match(/^No current data\. Last known 3 hours ago: /);
    });
  }
});

import { expect } from '@open-wc/testing';
import type { Feed, Reachability, Status } from '../../src/feed/index.js';
import { en } from '../../src/i18n/en.js';
import { enSection } from '../../src/i18n/en-section.js';
import { chooseHeadline, hearProbe, relateVoices, weighVoices } from '../../src/model/index.js';

type Asked = Reachability['status'];

const USERS = [null, 'operational', 'partial_outage'] as const;
const VENDOR = [null, 'operational', 'partial_outage', 'under_maintenance', 'unknown'] as const;

const feedOf = (
  users: Status | null,
  vendor: Status | null,
  asked?: Asked,
  probe: Status = 'unknown',
): Feed =>
  ({
    status: weighVoices(users ?? 'unknown', vendor ?? 'unknown', probe),
    verdict: relateVoices(users ?? 'unknown', vendor ?? 'unknown'),
    community: users && { status: users, reportCount: 3, typicalCount: 3 },
    official: vendor && { status: vendor },
    ...(asked && { reachability: { status: asked } }),
  }) as Feed;

const headlineOf = (feed: Feed): string => {
  const { kind, status } = chooseHeadline(feed, false);
  return en.verdict[kind]({ name: 'Kik', status: en.statusInSentence[status], age: '' });
};

const ANSWERS = 'Kik’s servers answer us.';
const BUT_USERS = 'Kik’s servers answer us; users report problems.';
const BUT_VENDOR = 'Kik’s servers answer us; its page reports a problem.';
const SLOW = 'Kik’s servers answer us slower than usual.';
const SILENT = 'Kik’s servers do not answer us.';
const ALONE = 'Kik’s servers do not answer us; nobody else reports it.';
const EITHER = 'Kik’s servers do not answer us either.';
const UNCLEAR = 'We cannot tell whether Kik’s servers answer.';

/** What the third voice says where it answers, and where it does not, for every pair of users and vendor. */
const ROWS: readonly [Status | null, Status | null, answers: string, silent: string][] = [
  [null, null, ANSWERS, SILENT],
  [null, 'operational', ANSWERS, ALONE],
  [null, 'partial_outage', BUT_VENDOR, EITHER],
  [null, 'under_maintenance', ANSWERS, SILENT],
  [null, 'unknown', ANSWERS, SILENT],
  ['operational', null, ANSWERS, ALONE],
  ['operational', 'operational', ANSWERS, ALONE],
  ['operational', 'partial_outage', BUT_VENDOR, EITHER],
  ['operational', 'under_maintenance', ANSWERS, SILENT],
  ['operational', 'unknown', ANSWERS, ALONE],
  ['partial_outage', null, BUT_USERS, EITHER],
  ['partial_outage', 'operational', BUT_USERS, EITHER],
  ['partial_outage', 'partial_outage', BUT_USERS, EITHER],
  ['partial_outage', 'under_maintenance', BUT_USERS, EITHER],
  ['partial_outage', 'unknown', BUT_USERS, EITHER],
];

/** The status and the headline where the service itself does not answer. */
const DOWN = 'Kik does not answer our checks.';
const SERVICE_ROWS: readonly [Status | null, Status | null, Status, string][] = [
  [null, null, 'major_outage', DOWN],
  [null, 'operational', 'major_outage', DOWN],
  [null, 'partial_outage', 'major_outage', 'Kik itself reports a partial outage.'],
  [null, 'under_maintenance', 'under_maintenance', 'Kik announced maintenance, in progress now.'],
  [null, 'unknown', 'major_outage', DOWN],
  ['operational', null, 'major_outage', DOWN],
  ['operational', 'operational', 'major_outage', DOWN],
  [
    'operational',
    'partial_outage',
    'major_outage',
    'Kik reports a partial outage. Users report nothing unusual.',
  ],
  [
    'operational',
    'under_maintenance',
    'under_maintenance',
    'Kik announced maintenance, in progress now.',
  ],
  ['operational', 'unknown', 'major_outage', DOWN],
  ['partial_outage', null, 'major_outage', 'Users report a partial outage at Kik.'],
  [
    'partial_outage',
    'operational',
    'major_outage',
    'Users report a partial outage; Kik says all is well.',
  ],
  [
    'partial_outage',
    'partial_outage',
    'major_outage',
    'Users report a partial outage, and Kik confirms a problem.',
  ],
  [
    'partial_outage',
    'under_maintenance',
    'partial_outage',
    'Users report a partial outage at Kik.',
  ],
  ['partial_outage', 'unknown', 'major_outage', 'Users report a partial outage at Kik.'],
];

const sayProbe = (feed: Feed): string | undefined => {
  const voice = hearProbe(feed);
  return voice && enSection.voices.probeSays[voice.sentence]('Kik');
};

describe('the third voice', () => {
  it('has a row for every pair of users and vendor', () => {
    const all = USERS.flatMap((users) => VENDOR.map((vendor) => [users, vendor]));
    expect(ROWS.map(([users, vendor]) => [users, vendor])).to.deep.equal(all);
    expect(SERVICE_ROWS.map(([users, vendor]) => [users, vendor])).to.deep.equal(all);
  });

  for (const [users, vendor, answers, silent] of ROWS) {
    const said: readonly [Asked, string][] = [
      ['reachable', answers],
      ['slow', SLOW],
      ['unreachable', silent],
      ['unknown', UNCLEAR],
    ];
    for (const [asked, sentence] of said) {
      it(`says what it sees: users ${users}, vendor ${vendor}, check ${asked}`, () => {
        expect(sayProbe(feedOf(users, vendor, asked))).to.equal(sentence);
      });

      it(`changes no other voice: users ${users}, vendor ${vendor}, check ${asked}`, () => {
        const [without, beside] = [feedOf(users, vendor), feedOf(users, vendor, asked)];
        expect([beside.status, beside.verdict]).to.deep.equal([without.status, without.verdict]);
        expect(headlineOf(beside)).to.equal(headlineOf(without));
      });
    }
  }

  for (const [users, vendor, status, sentence] of SERVICE_ROWS) {
    it(`makes the status where it is the service: users ${users}, vendor ${vendor}`, () => {
      const feed = feedOf(users, vendor, 'unreachable', 'major_outage');
      expect([feed.status, headlineOf(feed)]).to.deep.equal([status, sentence]);
      expect(feed.verdict).to.equal(feedOf(users, vendor).verdict);
    });
  }

  it('is silent for a feed whose server does not ask', () => {
    expect(hearProbe(feedOf('operational', null))).to.equal(undefined);
  });

  it('calls no problem its own that it does not see', () => {
    const feed = { ...feedOf('operational', null, 'reachable'), status: 'major_outage' } as Feed;
    expect(chooseHeadline(feed, false).kind).to.equal('communityAlone');
  });
});

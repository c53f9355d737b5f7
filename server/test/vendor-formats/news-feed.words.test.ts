import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Official } from 'outage-status/feed';
import { readOfficialPageAs, readVendorPage } from 'outage-status/sources';
import { seededRandom } from '../../../test/sources/mutate.js';
import { OFFICIAL_FORMATS, parseOfficialDocument } from '../../src/vendor-formats/index.js';

const NOW_MS = Date.parse('2026-11-29T06:30:00Z');
const DAY_MS = 86_400_000;
const optionsAt = (checkedAtMs: number) => ({
  url: 'https://status.vendor.example/rss.xml',
  checkedAtMs,
});

const daysAgo = (days: number): string => new Date(NOW_MS - days * DAY_MS).toUTCString();

const rss = (...items: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
   <channel><title>Vendor</title><link>https://status.vendor.example/</link>${items.join('')}</channel></rss>`;

const read = (xml: string): Official =>
  readOfficialPageAs(OFFICIAL_FORMATS, parseOfficialDocument(xml), optionsAt(NOW_MS));

/** An item as Kener 4 writes it. */
const kener = (
  title: string,
  lines: readonly string[],
  pubDate = 'Sun, 29 Nov 2026 05:58:00 GMT',
): string =>
  `<item><title>${title}</title><link>https://status.vendor.example/x/1</link><guid isPermaLink="false">maintenance-1</guid>
   <pubDate>${pubDate}</pubDate><description><![CDATA[${lines.join('\n')}]]></description></item>`;

const SPAN = 'Scheduled: Sun, 29 Nov 2026 05:58:00 GMT → Sun, 29 Nov 2026 08:00:00 GMT';

describe('a feed of Kener', () => {
  const shown = ({ status, incidents }: Official): string[] => [
    status,
    ...incidents.map(({ status: progress, impact, startedAt, endedAt }) =>
      [progress, impact, startedAt, endedAt].filter(Boolean).join(' '),
    ),
  ];
  const ongoing = 'identified maintenance 2026-11-29T05:58:00Z';
  const cases: [what: string, item: string, expected: string[]][] = [
    [
      'maintenance that is ongoing',
      kener('[Maintenance] Upgrade', ['Status: ONGOING', SPAN, 'Affected: API']),
      ['under_maintenance', ongoing],
    ],
    [
      'maintenance that is ongoing for weeks, open-ended',
      kener(
        '[Maintenance] Upgrade',
        ['Status: ONGOING', 'Scheduled: Sun, 01 Nov 2026 05:58:00 GMT → open-ended'],
        'Sun, 01 Nov 2026 05:58:00 GMT',
      ),
      ['under_maintenance', 'identified maintenance 2026-11-01T05:58:00Z'],
    ],
    [
      'maintenance that is over, which its description does not hide',
      kener('[Maintenance] Upgrade', ['Status: COMPLETED', SPAN, '', 'Investigating: the disks.']),
      ['operational', 'resolved maintenance 2026-11-29T05:58:00Z 2026-11-29T05:58:00Z'],
    ],
    ...['SCHEDULED', 'READY'].map((word): [string, string, string[]] => [
      `maintenance that is ${word.toLowerCase()}`,
      kener(
        '[Maintenance] Upgrade',
        [
          `Status: ${word}`,
          'Scheduled: Tue, 01 Dec 2026 05:58:00 GMT → Tue, 01 Dec 2026 08:00:00 GMT',
        ],
        'Tue, 01 Dec 2026 05:58:00 GMT',
      ),
      ['operational'],
    ]),
    [
      'maintenance that was cancelled before it began',
      kener(
        '[Maintenance] Upgrade',
        ['Status: CANCELLED', 'Scheduled: Tue, 01 Dec 2026 05:58:00 GMT → open-ended'],
        'Tue, 01 Dec 2026 05:58:00 GMT',
      ),
      ['operational'],
    ],
    [
      'maintenance of a state that is not known',
      kener('[Maintenance] Upgrade', ['Status: PAUSED', SPAN, '', 'Resolved - it works.']),
      ['under_maintenance', ongoing],
    ],
    ['a time alone, which decides', kener('Upgrade', [SPAN]), ['under_maintenance', ongoing]],
    ...['to', 'until', '-', '–'].map((word): [string, string, string[]] => [
      `a time with "${word}", in ISO 8601`,
      kener('Upgrade', [`Scheduled: 2026-11-29 05:58 ${word} 2026-11-29T08:00:00Z`]),
      ['under_maintenance', ongoing],
    ]),
    [
      'a time without an end, which decides nothing',
      kener('Upgrade', ['Scheduled: Sun, 29 Nov 2026 05:58:00 GMT']),
      ['unknown'],
    ],
    [
      'an incident after maintenance, whose comment begins with another state',
      kener('[Incident] Errors after maintenance', [
        'Status: MONITORING',
        'Affected: API',
        '',
        'Resolved: the disks. Login is slow.',
      ]),
      ['degraded_performance', 'monitoring minor 2026-11-29T05:58:00Z'],
    ],
    [
      'an incident that is over, whose comment begins with another state',
      kener('[Incident] Login', ['Status: RESOLVED', '', 'Monitoring: nothing more.']),
      ['operational', 'resolved minor 2026-11-29T05:58:00Z 2026-11-29T05:58:00Z'],
    ],
  ];
  for (const [what, item, expected] of cases) {
    test(`says ${expected[0]}: ${what}`, () => {
      assert.deepEqual(shown(read(rss(item))), expected);
    });
  }

  test('announces maintenance with its time', () => {
    const xml = rss(
      kener('[Maintenance] Upgrade', [
        'Status: SCHEDULED',
        'Scheduled: Tue, 01 Dec 2026 05:58:00 GMT → Tue, 01 Dec 2026 08:00:00 GMT',
      ]),
    );
    const page = readVendorPage(OFFICIAL_FORMATS, parseOfficialDocument(xml), optionsAt(NOW_MS));
    assert.deepEqual(
      page.maintenances.map(({ id, startsAt, endsAt }) => [id, startsAt, endsAt]),
      [['maintenance-1', '2026-12-01T05:58:00Z', '2026-12-01T08:00:00Z']],
    );
  });

  test('the line "Status:" decides, whatever other lines and the title say', () => {
    const words = ['Investigating', 'Monitoring', 'Resolved', 'Completed', 'Scheduled', 'Ready'];
    const random = seededRandom(34);
    const pick = (): string => words[Math.floor(random() * words.length)]!;
    for (let time = 0; time < 500; time += 1) {
      const lines = Array.from({ length: 3 }, () => `${pick()}${random() < 0.5 ? ':' : ' -'} x`);
      const title = random() < 0.5 ? `[${pick()}] Login` : `${pick()}: Login`;
      const statusOf = (word: string): string => {
        const all = lines.toSpliced(Math.floor(random() * 4), 0, `Status: ${word}`);
        return read(rss(kener(title, all))).status;
      };
      assert.equal(statusOf('INVESTIGATING'), 'degraded_performance', title + lines.join());
      assert.equal(statusOf('RESOLVED'), 'operational', title + lines.join());
      assert.equal(statusOf('MYSTERIOUS'), 'unknown', title + lines.join());
    }
  });
});

describe('a feed in words that are not known', () => {
  const news = (title: string, days: number, text = ''): string =>
    `<item><title>${title}</title><guid>${title}</guid><pubDate>${daysAgo(days)}</pubDate><description>${text}</description></item>`;

  test('is unknown however old, in every language', () => {
    const titles = [
      'Betriebsunterbruch',
      'Störung im Rechenzentrum',
      'Panne de courant',
      'Mantenimiento programado',
      'サービス障害',
      'انقطاع الخدمة',
      'Why we moved to Rust',
      'Operational excellence',
    ];
    for (const title of titles) {
      for (const days of [0, 6, 8, 30, 400, 5000]) {
        assert.equal(read(rss(news(title, days))).status, 'unknown', `${title}, ${days}`);
      }
    }
    const many = titles.map((title, index) => news(title, 10 * index + 8));
    assert.equal(read(rss(...many)).status, 'unknown');
  });

  test('is history once a later entry is understood', () => {
    const over = news('Resolved: Login', 20);
    assert.equal(read(rss(over, news('Betriebsunterbruch', 30))).status, 'operational');
    assert.equal(read(rss(news('Betriebsunterbruch', 10), over)).status, 'unknown');
  });
});

test('an entry without a date has the same start at every look', () => {
  const xml = rss('<item><title>Investigating: Login</title><guid>1</guid></item>');
  for (const days of [0, 1, 400]) {
    const { status, incidents } = readOfficialPageAs(
      OFFICIAL_FORMATS,
      parseOfficialDocument(xml),
      optionsAt(NOW_MS + days * DAY_MS),
    );
    assert.deepEqual(
      [status, ...incidents.map(({ id, startedAt }) => [id, startedAt])],
      ['degraded_performance', ['1', null]],
    );
  }
});

describe('the text of an entry', () => {
  const item = (parts: string, days = 8): string =>
    rss(
      `<item><title>Login</title><guid>1</guid><pubDate>${daysAgo(days)}</pubDate>${parts}</item>`,
    );
  const atom = (parts: string): string =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>V</title><entry><id>1</id><title>Login</title>
     <updated>${new Date(NOW_MS - DAY_MS).toISOString()}</updated>${parts}</entry></feed>`;
  const encoded = (html: string): string =>
    `<content:encoded><![CDATA[${html}]]></content:encoded>`;

  const cases: [what: string, xml: string, status: string][] = [
    ['content:encoded alone', item(encoded('<p>Monitoring - a fix.</p>')), 'degraded_performance'],
    [
      'content:encoded beside a teaser',
      item(`<description>A fix…</description>${encoded('<p>Monitoring - a fix.</p>')}`),
      'degraded_performance',
    ],
    [
      'a description with the state beside content:encoded without one',
      item(`${encoded('<p>We are at it.</p>')}<description>Status: Identified</description>`),
      'degraded_performance',
    ],
    [
      'content beside a summary, in Atom',
      atom(
        '<summary>We are at it.</summary><content type="html">&lt;p>Identified - x&lt;/p></content>',
      ),
      'degraded_performance',
    ],
    [
      'content in XHTML',
      atom(
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hello.</p><p>Resolved - x &amp; y</p></div></content>',
      ),
      'operational',
    ],
    ['a summary alone, in Atom', atom('<summary>Monitoring - x</summary>'), 'degraded_performance'],
  ];
  for (const [what, xml, status] of cases) {
    test(`is found in ${what}`, () => {
      assert.equal(read(xml).status, status);
    });
  }
});

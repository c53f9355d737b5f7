import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FeedError, type Official } from 'outage-status/feed';
import { decodeText, readOfficialPageAs } from 'outage-status/sources';
import { scramble, seededRandom } from '../../../test/sources/mutate.js';
import { toPlainLine } from '../../src/vendor-formats/html-text.js';
import { OFFICIAL_FORMATS, parseOfficialDocument } from '../../src/vendor-formats/index.js';

const NOW_MS = Date.parse('2026-11-22T09:00:00Z');

const read = (xml: string, format?: string): Official =>
  readOfficialPageAs(OFFICIAL_FORMATS, parseOfficialDocument(xml), {
    url: 'https://status.vendor.example/history.atom',
    checkedAtMs: NOW_MS,
    format,
    toText: toPlainLine,
  });

const escape = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const atomEntry = (title: string, updated: string, html: string, id = title): string =>
  `<entry><id>tag:vendor.example,2005:${id}</id><published>${updated}</published><updated>${updated}</updated>
   <link rel="alternate" href="https://status.vendor.example/incidents/${id.length}"/>
   <title>${escape(title)}</title><content type="html">${escape(html)}</content></entry>`;

const atom = (...entries: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
   <feed xmlns="http://www.w3.org/2005/Atom"><title>Vendor Status - Incident History</title>
   <link rel="alternate" type="text/html" href="https://status.vendor.example"/>${entries.join('')}</feed>\n`;

/** The updates of an incident as Statuspage writes them, newest first: `state day time`. */
const updates = (...lines: string[]): string =>
  lines
    .map((line) => {
      const [, state, day, time] = /^(.+) (\d+) (\S+)$/.exec(line) ?? [];
      return `<p><small>Nov <var data-var='date'>${day}</var>, <var data-var='time'>${time}</var> UTC</small><br><strong>${state}</strong> - We looked into it.</p>`;
    })
    .join('');

const rss = (link: string, ...items: string[]): string =>
  `<rss version="2.0"><channel><title>Vendor</title><link>${link}</link>${items.join('')}</channel></rss>`;

const item = (title: string, pubDate: string, description = ''): string =>
  `<item><title>${title}</title><pubDate>${pubDate}</pubDate><link>https://status.vendor.example/${title.length}</link>
   <description><![CDATA[${description}]]></description></item>`;

const VENDOR = 'https://status.vendor.example/';
const AZURE = 'https://azure.status.microsoft/en-us/status/';

describe('a reader of RSS and Atom feeds', () => {
  test('reads an open incident with its beginning, beside the ended ones', () => {
    const official = read(
      atom(
        atomEntry(
          'Login & more',
          '2026-11-22T08:30:00Z',
          updates('Monitoring 22 08:30', 'Update 22 08:10', 'Investigating 21 23:50'),
        ),
        atomEntry(
          'Upgrade',
          '2026-11-20T10:00:00Z',
          updates('Completed 20 10:00', 'In progress 20 08:00', 'Scheduled 18 08:00'),
        ),
        atomEntry(
          'Old',
          '2026-11-02T10:00:00Z',
          updates('Resolved 2 10:00', 'Investigating 2 09:00'),
        ),
      ),
    );
    assert.deepEqual(
      [official.status, official.name, official.url],
      [
        'degraded_performance',
        'Vendor Status - Incident History',
        'https://status.vendor.example/',
      ],
    );
    assert.deepEqual(
      official.incidents.map(({ title, status, impact, startedAt, endedAt }) => [
        title,
        status,
        impact,
        startedAt,
        endedAt,
      ]),
      [
        ['Login & more', 'monitoring', 'minor', '2026-11-21T23:50:00Z', null],
        ['Upgrade', 'resolved', 'maintenance', '2026-11-18T08:00:00Z', '2026-11-20T10:00:00Z'],
        ['Old', 'resolved', 'minor', '2026-11-02T09:00:00Z', '2026-11-02T10:00:00Z'],
      ],
    );
  });

  const statuses: [what: string, xml: string, status: string][] = [
    ['no entries', atom(), 'operational'],
    [
      'only resolved ones',
      atom(atomEntry('A', '2026-11-21T10:00:00Z', updates('Resolved 21 10:00'))),
      'operational',
    ],
    [
      'two incidents of one name, the older still open',
      atom(
        atomEntry('A', '2026-11-22T08:00:00Z', updates('Resolved 22 08:00'), '1'),
        atomEntry('A', '2026-11-21T10:00:00Z', updates('Identified 21 10:00'), '2'),
      ),
      'degraded_performance',
    ],
    [
      'maintenance under way',
      atom(atomEntry('A', '2026-11-22T08:00:00Z', updates('In progress 22 08:00'))),
      'under_maintenance',
    ],
    [
      'maintenance that is announced',
      atom(atomEntry('A', '2026-11-22T08:00:00Z', updates('Scheduled 23 08:00'))),
      'operational',
    ],
    [
      'news of yesterday without a state',
      atom(atomEntry('We have moved', '2026-11-21T10:00:00Z', '<p>Hello.</p>')),
      'unknown',
    ],
    [
      'news of last month in a feed whose words were never known',
      atom(atomEntry('We have moved', '2026-10-21T10:00:00Z', '<p>Hello.</p>')),
      'unknown',
    ],
    [
      'news of last month that say nothing of a state, before an incident that is over',
      atom(
        atomEntry('A', '2026-10-25T10:00:00Z', updates('Resolved 25 10:00')),
        atomEntry('We have moved', '2026-10-21T10:00:00Z', '<p>Hello.</p>'),
      ),
      'operational',
    ],
    [
      'news of last month that say nothing of a state, after an incident that is over',
      atom(
        atomEntry('We have moved', '2026-10-21T10:00:00Z', '<p>Hello.</p>'),
        atomEntry('A', '2026-10-20T10:00:00Z', updates('Resolved 20 10:00')),
      ),
      'unknown',
    ],
    [
      'an incident without an update for a month',
      atom(atomEntry('A', '2026-10-21T10:00:00Z', updates('Investigating 21 10:00'))),
      'unknown',
    ],
    [
      'a feed of incident.io',
      rss(
        VENDOR,
        item(
          'A',
          'Sun, 22 Nov 2026 08:00:00 GMT',
          '<b>Status: Identified</b><br/><br/>We look.<br/><b>Affected components</b>',
        ),
      ),
      'degraded_performance',
    ],
    [
      'one entry per update, the newest resolved',
      rss(
        VENDOR,
        item('RESOLVED: Mail', 'Sun, 22 Nov 2026 08:00:00 GMT'),
        item('Investigating: Mail', 'Sun, 22 Nov 2026 07:00:00 GMT'),
      ),
      'operational',
    ],
    [
      'one entry per update, the newest open',
      rss(
        VENDOR,
        item('[Monitoring] Mail', 'Sun, 22 Nov 2026 08:00:00 GMT'),
        item('[Resolved] Mail', 'Sat, 21 Nov 2026 07:00:00 GMT'),
      ),
      'degraded_performance',
    ],
    ['Azure without items', rss(AZURE), 'operational'],
    [
      'Azure with an item, which is there while it goes on',
      rss(
        AZURE,
        item('Storage - West Europe', 'Sun, 22 Nov 2026 08:00:00 Z', '<p>We are aware.</p>'),
      ),
      'degraded_performance',
    ],
    [
      'Azure with a mitigated item',
      rss(AZURE, item('Mitigated - Storage', 'Sun, 22 Nov 2026 08:00:00 Z')),
      'operational',
    ],
  ];
  for (const [what, xml, status] of statuses) {
    test(`reads ${what} as ${status}`, () => {
      assert.equal(read(xml).status, status);
    });
  }

  const broken: [what: string, xml: string][] = [
    ['a feed that is cut short', atom(atomEntry('A', '2026-11-22T08:00:00Z', '')).slice(0, -20)],
    ['an entry without end', atom('<entry><title>A</title>')],
    ['an entry of another name', atom('<entri><title>A</title></entry>')],
    ['a page for people', '<!doctype html><html><body>All systems operational</body></html>'],
  ];
  for (const [what, xml] of broken) {
    test(`refuses ${what}`, () => {
      assert.throws(() => read(xml), { name: 'FeedError', code: 'invalid' });
    });
  }

  test('does not expand an entity that would grow without bounds', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <rss version="2.0"><channel><title>&b;</title><link>${VENDOR}</link></channel></rss>`;
    assert.equal(read(bomb).name, '&b;');
  });

  test('believes the encoding that a document names', () => {
    const xml = `<?xml version="1.0" encoding="ISO-8859-1"?>${rss(VENDOR).replace('Vendor', 'Café')}`;
    assert.equal(read(decodeText(Buffer.from(xml, 'latin1'), 'application/xml')).name, 'Café');
  });

  test('does not recognise JSON that pretends to be a feed', () => {
    const document = { title: 'x', link: VENDOR, entries: [] };
    assert.equal(
      OFFICIAL_FORMATS.find((format) => format.recognise(document)),
      undefined,
    );
  });

  test('never turns a scrambled incident into good news, and throws nothing but a FeedError (5,000 times)', () => {
    const open = updates('Monitoring 22 08:30', 'Investigating 22 08:10');
    const text = atom(
      atomEntry('Login', '2026-11-22T08:30:00Z', open),
      atomEntry('Slow', '2026-11-22T08:00:00Z', open),
    );
    const random = seededRandom(7);
    for (let time = 0; time < 5000; time += 1) {
      const scrambled = scramble(text, random);
      try {
        assert.notEqual(read(scrambled).status, 'operational', scrambled);
      } catch (error) {
        if (!(error instanceof FeedError)) throw error;
      }
    }
  });
});

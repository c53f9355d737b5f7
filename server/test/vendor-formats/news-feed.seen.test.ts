import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readOfficialPageAs } from 'outage-status/sources';
import { OFFICIAL_FORMATS, parseOfficialDocument } from '../../src/vendor-formats/index.js';

const CHECKED_AT_MS = Date.parse('2026-11-22T09:00:00Z');

/** What an RSS feed of items says, one `[title, hour of 22 November, HTML]` each. */
const statusOf = (
  items: readonly (readonly [title: string, hour: number, html?: string])[],
  link = 'https://status.vendor.example/',
): string => {
  const listed = items.map(
    ([title, hour, html = '']) =>
      `<item><title><![CDATA[${title}]]></title><guid>${title} ${hour}</guid>
       <pubDate>Sun, 22 Nov 2026 0${hour}:00:00 GMT</pubDate><description><![CDATA[${html}]]></description></item>`,
  );
  const xml = `<rss version="2.0"><channel><title>V</title><link>${link}</link>${listed.join('')}</channel></rss>`;
  return readOfficialPageAs(OFFICIAL_FORMATS, parseOfficialDocument(xml), {
    url: 'https://status.vendor.example/history.rss',
    checkedAtMs: CHECKED_AT_MS,
  }).status;
};

const update = (stamp: string, state: string, text = 'We looked into it.'): string =>
  `<p><small>${stamp}</small><br><strong>${state}</strong> - ${text}</p>`;

describe('a reader of feeds as vendors write them', () => {
  const cases: [what: string, actual: () => string, expected: string][] = [
    [
      'a note under a resolved incident, written in the minute of its end',
      () =>
        statusOf([
          [
            'Builds',
            8,
            update('Nov 22, 08:00 UTC', 'Investigating', 'Builds were slow until 08:00.') +
              update('Nov 22, 08:00 UTC', 'Resolved') +
              update('Nov 22, 07:00 UTC', 'Investigating'),
          ],
        ]),
      'operational',
    ],
    [
      'an incident that was opened again',
      () =>
        statusOf([
          [
            'Builds',
            8,
            update('Nov 22, 08:00 UTC', 'Investigating') +
              update('Nov 22, 07:30 UTC', 'Resolved') +
              update('Nov 22, 07:00 UTC', 'Investigating'),
          ],
        ]),
      'degraded_performance',
    ],
    [
      'a fault that began with maintenance',
      () =>
        statusOf([
          [
            'Timeouts',
            8,
            update('Nov 22, 08:00 UTC', 'Identified', 'After planned maintenance, requests fail.'),
          ],
        ]),
      'degraded_performance',
    ],
    [
      'a fault whose title names maintenance, and which is being looked into',
      () => statusOf([['Investigating: Errors after maintenance', 8]]),
      'degraded_performance',
    ],
    [
      'a fault that is "in progress" in a feed without dates of its own',
      () => statusOf([['Login', 8, '<b>Status: In progress</b><br/>We are at it.']]),
      'degraded_performance',
    ],
    [
      'seconds and an offset in the dates of the updates',
      () => statusOf([['Login', 8, update('Nov 22, 08:00:30 GMT+0', 'Monitoring')]]),
      'degraded_performance',
    ],
    [
      'updates from the oldest to the newest, over the turn of a year',
      () =>
        statusOf([
          [
            'Login',
            8,
            update('Dec 31, 23:00 UTC', 'Investigating') + update('Jan 1, 01:00 UTC', 'Resolved'),
          ],
        ]),
      'operational',
    ],
    [
      'updates from the oldest to the newest, still open',
      () =>
        statusOf([
          [
            'Login',
            8,
            update('Nov 21, 23:00 CET', 'Resolved') + update('Nov 22, 07:00 CET', 'Investigating'),
          ],
        ]),
      'degraded_performance',
    ],
    [
      'work in the time of another zone',
      () => statusOf([['Upgrade', 8, update('Nov 22, 08:00 CET', 'In progress')]]),
      'under_maintenance',
    ],
    [
      'Instatus: a line that says what it is',
      () =>
        statusOf([
          [
            'Upgrade',
            8,
            `<p><strong>Type:</strong> Maintenance</p>${update('Nov 22, 08:00:19 GMT+0', 'Identified')}`,
          ],
        ]),
      'under_maintenance',
    ],
    [
      'Uptime Kuma: a monitor',
      () => statusOf([['API is down', 8, 'API has been down since 2026-11-22 08:00:00 UTC']]),
      'degraded_performance',
    ],
    [
      'planned maintenance in the title',
      () => statusOf([['Planned Maintenance - Database upgrade', 8, '<p>Tomorrow.</p>']]),
      'operational',
    ],
    ...(
      [
        ['Ongoing: Login', 'degraded_performance'],
        ['[Ongoing] Database maintenance', 'under_maintenance'],
        ['Cancelled: Database maintenance', 'operational'],
        ['[Ready] Database maintenance', 'operational'],
      ] as const
    ).map(([title, status]): (typeof cases)[number] => [
      `a state in the title, "${title}"`,
      () => statusOf([[title, 8]]),
      status,
    ]),
    [
      'work that was canceled',
      () =>
        statusOf([
          [
            'Upgrade',
            8,
            update('Nov 22, 08:00 UTC', 'Canceled') + update('Nov 22, 07:00 UTC', 'In progress'),
          ],
        ]),
      'operational',
    ],
    [
      'AWS, one service: open',
      () => statusOf([['Informational message: Increased API Error Rates', 8, 'We look.']]),
      'degraded_performance',
    ],
    [
      'AWS, one service: over, told twice in the title',
      () =>
        statusOf([
          ['Service is operating normally: [RESOLVED] Increased API Error Rates', 8],
          ['Informational message: Increased API Error Rates', 7],
        ]),
      'operational',
    ],
    [
      'AWS, one service: over although it is called a message',
      () => statusOf([['Informational message: [RESOLVED] Increased API Error Rates', 8]]),
      'operational',
    ],
    [
      'Azure by its older address',
      () =>
        statusOf(
          [['Storage - West Europe', 8, '<p>We are aware.</p>']],
          'http://azure.microsoft.com/en-us/status/',
        ),
      'degraded_performance',
    ],
  ];
  test('reads an Atom entry of Instatus that has its time of publication only', () => {
    const entry = `<entry><id>i1</id><title>Login</title><published>2026-11-22T07:00:00.000+00:00</published>
      <link href="https://status.vendor.example/i1"/><content type="html">&lt;b&gt;Investigating&lt;/b&gt; - We look.</content></entry>`;
    const { incidents } = readOfficialPageAs(
      OFFICIAL_FORMATS,
      parseOfficialDocument(
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>V</title>${entry}</feed>`,
      ),
      { url: 'https://status.vendor.example/history.atom', checkedAtMs: CHECKED_AT_MS },
    );
    assert.deepEqual(
      incidents.map(({ id, startedAt }) => [id, startedAt]),
      [['i1', '2026-11-22T07:00:00Z']],
    );
  });

  for (const [what, actual, expected] of cases) {
    test(`reads ${what} as ${expected}`, () => {
      assert.equal(actual(), expected);
    });
  }
});

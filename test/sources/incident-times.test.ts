import { expect } from '@open-wc/testing';
import type { Official } from '../../src/feed/index.js';
import {
  JSON_FORMATS,
  makeIncident,
  readForeignFeed,
  readOfficialPage,
  readVendorPage,
  toOfficial,
} from '../../src/sources/index.js';
import { readTimestamp } from '../../src/sources/timestamp.js';
import { ALL_PAGES, PROBLEM_PAGES } from './all-pages.js';
import { CHECKED_AT_MS, type SamplePage } from './sample-page.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const URL_OF_DOCUMENT = 'https://status.vendor.example/data.json';

const optionsAt = (checkedAtMs: number, format: string) => ({
  url: URL_OF_DOCUMENT,
  checkedAtMs,
  format,
});

/** A document in which every time, of whatever style, is another one. */
const withTimes = (document: unknown, change: (atMs: number) => unknown): unknown =>
  JSON.parse(
    JSON.stringify(document, (key, value: unknown) => {
      // Copies of Apple's page count seconds from 2001.
      const isOfApple = key.startsWith('epoch') && typeof value === 'number';
      const timestamp = readTimestamp(value) ?? readTimestamp(isOfApple && value + 978_307_200);
      return timestamp === undefined ? value : change(Date.parse(timestamp));
    }),
  );

const startsOf = ({ incidents }: Official): Record<string, string | null> =>
  Object.fromEntries(incidents.map(({ id, startedAt }) => [id, startedAt]));

const looks = [0, 1, 37 * MINUTE_MS, 3 * DAY_MS];

describe('starts', () => {
  for (const [what, change] of [
    ['a start on its page', (atMs: number) => new Date(atMs).toISOString()],
    ['no time on its page', () => ''],
  ] as const) {
    it(`an incident with ${what} begins at the same time at every look, in every format`, () => {
      for (const sample of ALL_PAGES) {
        const document = withTimes(sample.document, change);
        const seen: Record<string, string | null> = {};
        for (const laterMs of looks) {
          const official = readOfficialPage(
            document,
            optionsAt(CHECKED_AT_MS + laterMs, sample.format),
          );
          for (const [id, startedAt] of Object.entries(startsOf(official))) {
            expect(startedAt, `${sample.format}, ${sample.what}: ${id}`).to.equal(
              (seen[id] ??= startedAt),
            );
          }
        }
      }
    });
  }

  it('an incident without any time on its page has none, and its status has no "since"', () => {
    let open = 0;
    for (const { format, what, document } of PROBLEM_PAGES) {
      const feed = readForeignFeed(
        withTimes(document, () => ''),
        { url: URL_OF_DOCUMENT, nowMs: CHECKED_AT_MS, format },
      );
      open += feed.incidents.filter(({ endedAt }) => endedAt === null).length;
      expect(feed.since, `${format}, ${what}`).to.equal(null);
      expect(
        feed.incidents.filter(({ startedAt }) => startedAt !== null),
        `${format}, ${what}`,
      ).to.deep.equal([]);
    }
    expect(open).to.be.greaterThan(10);
  });

  it('the oldest update stands in for a start that is not told, in the formats that list updates', () => {
    const at = (hour: number): string => `2026-11-22T0${hour}:00:00Z`;
    const updated = [at(7), at(5), at(6)];
    const pages: [format: string, document: unknown][] = [
      [
        'statuspage',
        {
          page: { name: 'Vendor', url: 'https://status.vendor.example' },
          status: { indicator: 'minor', description: 'x' },
          components: [{ name: 'API', status: 'operational' }],
          incidents: [
            {
              id: '1',
              name: 'Slow',
              status: 'investigating',
              impact: 'minor',
              updated_at: at(7),
              incident_updates: updated.map((created_at) => ({ created_at })),
            },
          ],
          scheduled_maintenances: [],
        },
      ],
      [
        'heroku',
        {
          status: [{ system: 'Apps', status: 'red' }],
          incidents: [
            { id: 1, state: 'open', updates: updated.map((created_at) => ({ created_at })) },
          ],
        },
      ],
      [
        'instatus',
        {
          page: { name: 'Vendor', status: 'HASISSUES' },
          activeIncidents: [
            {
              id: '1',
              name: 'Slow',
              status: 'INVESTIGATING',
              updates: updated.map((createdAt) => ({ createdAt })),
            },
          ],
        },
      ],
      ['google', [{ id: '1', external_desc: 'Slow', updates: updated.map((when) => ({ when })) }]],
      [
        'slack',
        {
          status: 'active',
          date_updated: at(7),
          active_incidents: [
            { id: 1, status: 'active', notes: updated.map((date_created) => ({ date_created })) },
          ],
        },
      ],
      [
        'openstatus',
        {
          status: 'degraded',
          statusReports: [
            { id: 1, status: 'open', statusReportUpdates: updated.map((date) => ({ date })) },
          ],
        },
      ],
      [
        'pagerduty',
        {
          posts: [
            {
              id: '1',
              post_type: 'incident',
              updates: updated.map((reported_at) => ({ reported_at })),
            },
          ],
        },
      ],
      [
        'status-io',
        {
          result: {
            status_overall: { status_code: 400 },
            incidents: [{ _id: '1', messages: updated.map((datetime) => ({ datetime })) }],
          },
        },
      ],
    ];
    for (const [format, document] of pages) {
      const official = readOfficialPage(document, optionsAt(CHECKED_AT_MS, format));
      expect(
        official.incidents.map(({ startedAt }) => startedAt),
        format,
      ).to.deep.equal([at(5)]);
    }
  });
});

describe('times ahead', () => {
  const isOpen = ({ endedAt }: { endedAt: string | null }): boolean => endedAt === null;

  it('an open incident never begins after the look, in any format, even if every time lies ahead', () => {
    for (const aheadMs of [1000, 2 * MINUTE_MS, DAY_MS, 21 * DAY_MS]) {
      const later = new Date(CHECKED_AT_MS + aheadMs).toISOString();
      for (const { format, what, document } of ALL_PAGES) {
        const options = optionsAt(CHECKED_AT_MS, format);
        const { incidents, checkedAt } = readOfficialPage(
          withTimes(document, () => later),
          options,
        );
        for (const { id, startedAt } of incidents.filter(isOpen)) {
          expect(
            startedAt === null || startedAt <= checkedAt,
            `${format}, ${what}: ${id}`,
          ).to.equal(true);
        }
      }
    }
  });

  it('an open incident stays open on a clock that is ahead by minutes, in every format', () => {
    const soon = new Date(CHECKED_AT_MS + 3 * MINUTE_MS).toISOString();
    const countIn = ({ format }: SamplePage, document: unknown): number =>
      readOfficialPage(document, optionsAt(CHECKED_AT_MS, format)).incidents.filter(
        ({ endedAt, impact }) => endedAt === null && impact !== 'maintenance',
      ).length;
    for (const sample of PROBLEM_PAGES) {
      const { format, what, document } = sample;
      expect(
        countIn(
          sample,
          withTimes(document, () => soon),
        ),
        `${format}, ${what}`,
      ).to.be.at.least(countIn(sample, document));
    }
  });

  it('an incident that begins later than that is announced, and no problem yet', () => {
    const incident = makeIncident(
      {
        id: '1',
        title: 'Move',
        status: 'investigating',
        impact: 'critical',
        begins: ['2026-12-13T10:00:00Z'],
        url: 'https://status.vendor.example/1',
      },
      CHECKED_AT_MS,
    );
    const page = {
      indicator: 'operational' as const,
      components: [],
      incidents: [incident],
      maintenances: [],
    };
    const official = toOfficial(page, optionsAt(CHECKED_AT_MS, 'x'));
    expect([official.status, official.incidents]).to.deep.equal(['operational', []]);
    const feed = [{ id: 'g1', external_desc: 'Move', begin: '2026-12-13T10:00:00+00:00' }];
    const { incidents, maintenances } = readVendorPage(
      JSON_FORMATS,
      feed,
      optionsAt(CHECKED_AT_MS, 'google'),
    );
    expect(incidents).to.deep.equal([]);
    expect(maintenances).to.deep.equal([
      { id: 'g1', title: 'Move', startsAt: '2026-12-13T10:00:00Z', endsAt: null, components: [] },
    ]);
  });
});

describe('ends', () => {
  it('a resolved incident without a time, or that never began, is no history', () => {
    const over = { title: 'Slow', status: 'resolved', impact: 'minor' } as const;
    const incidents = [
      makeIncident({ ...over, id: 'never', begins: [] }, CHECKED_AT_MS),
      makeIncident({ ...over, id: 'ahead', begins: ['2026-12-13T10:00:00Z'] }, CHECKED_AT_MS),
      makeIncident(
        { ...over, id: 'ended', begins: [], ends: ['2026-11-22T08:00:00Z'] },
        CHECKED_AT_MS,
      ),
    ];
    const page = { components: [], incidents, maintenances: [] };
    const official = toOfficial(page, optionsAt(CHECKED_AT_MS, 'x'));
    expect(
      official.incidents.map(({ id, startedAt, endedAt }) => [id, startedAt, endedAt]),
    ).to.deep.equal([['ended', null, '2026-11-22T08:00:00Z']]);
  });
});

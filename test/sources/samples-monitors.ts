import type { SamplePage } from './sample-page.js';

const kuma = (beats: readonly (number | undefined)[], changes: object = {}): object => ({
  config: { slug: 'home', title: 'Home' },
  incidents: [],
  publicGroupList: [
    { name: 'All', monitorList: beats.map((_, id) => ({ id, name: `Monitor ${id}` })) },
  ],
  heartbeatList: Object.fromEntries(
    beats.flatMap((status, id) =>
      status === undefined
        ? []
        : [
            [
              id,
              [
                { status: 1, time: '2026-11-22 08:58:00.000' },
                { status, time: '2026-11-22 08:59:00.000' },
              ],
            ],
          ],
    ),
  ),
  ...changes,
});

const gatusEndpoint = (name: string, success: boolean, timestamp = '2026-11-22T08:59:00Z') => ({
  name,
  group: 'core',
  key: `core_${name}`,
  results: [
    { success: !success, timestamp: '2026-11-22T08:58:00Z' },
    { success, timestamp },
  ],
});

const upptimeSite = (slug: string, status: string) => ({ name: slug, slug, status, uptime: '99%' });

/** Calm and trouble on the pages of monitors. */
export const MONITOR_SAMPLES: readonly SamplePage[] = [
  {
    format: 'uptime-kuma',
    what: 'all monitors are up, one is new',
    status: 'operational',
    document: kuma([1, 1, undefined], { incidents: undefined, incident: null }),
  },
  {
    format: 'uptime-kuma',
    what: 'the page without its heartbeats',
    status: 'unknown',
    document: kuma([undefined], { heartbeatList: undefined }),
  },
  {
    format: 'uptime-kuma',
    what: 'the last beats are of last week',
    status: 'unknown',
    components: ['1 unknown'],
    document: { heartbeatList: { 1: [{ status: 1, time: '2026-11-15 08:59:00' }] } },
  },
  {
    format: 'gatus',
    what: 'the newest results are good',
    status: 'operational',
    document: [gatusEndpoint('a', true), gatusEndpoint('b', true)],
  },
  {
    format: 'gatus',
    what: 'the newest result is of last week',
    status: 'unknown',
    components: ['core / a unknown'],
    document: [gatusEndpoint('a', true, '2026-11-15T08:59:00Z')],
  },
  {
    format: 'upptime',
    what: 'all sites are up',
    status: 'operational',
    document: [upptimeSite('a', 'up'), upptimeSite('b', 'up')],
  },
  {
    format: 'shields',
    what: 'a word',
    status: 'operational',
    document: { schemaVersion: 1, label: 'health', message: 'Up', color: 'green' },
  },
  {
    format: 'shields',
    what: 'an uptime, which says nothing of now',
    status: 'unknown',
    document: { schemaVersion: 1, label: 'uptime', message: '99.9%', color: 'green' },
  },
  {
    format: 'uptime-kuma',
    what: 'one monitor is down, one tries again, one is serviced',
    status: 'partial_outage',
    components: [
      'Monitor 0 major_outage',
      'Monitor 2 degraded_performance',
      'Monitor 3 under_maintenance',
    ],
    document: kuma([0, 1, 2, 3]),
  },
  {
    format: 'uptime-kuma',
    what: 'all monitors are down',
    status: 'major_outage',
    components: ['Monitor 0 major_outage', 'Monitor 1 major_outage'],
    document: kuma([0, 0]),
  },
  {
    format: 'uptime-kuma',
    what: 'version 1 with an incident',
    status: 'partial_outage',
    incidents: ['4 investigating major 2026-11-22T08:00:00Z'],
    document: kuma([1], {
      incidents: undefined,
      incident: {
        id: 4,
        style: 'danger',
        title: 'Login',
        content: 'x',
        pin: 1,
        createdDate: '2026-11-22 08:00:00',
        lastUpdatedDate: null,
      },
    }),
  },
  {
    format: 'uptime-kuma',
    what: 'version 2 with an incident',
    status: 'degraded_performance',
    incidents: ['4 investigating minor 2026-11-22T08:00:00Z'],
    document: kuma([1], {
      incidents: [
        {
          id: 4,
          style: 'warning',
          title: 'Login',
          content: 'x',
          pin: true,
          active: true,
          createdDate: '2026-11-22 08:00:00',
        },
        { id: 3, style: 'danger', title: 'Old', active: false, createdDate: '2026-11-01 08:00:00' },
      ],
    }),
  },
  {
    format: 'gatus',
    what: 'one of two fails now',
    status: 'partial_outage',
    components: ['core / b major_outage'],
    document: [gatusEndpoint('a', true), gatusEndpoint('b', false)],
  },
  {
    format: 'gatus',
    what: 'the clock of the checks is unset',
    status: 'major_outage',
    components: ['core / a major_outage'],
    document: [gatusEndpoint('a', false, '0001-01-01T00:00:00Z')],
  },
  {
    format: 'upptime',
    what: 'one of two sites is down',
    status: 'partial_outage',
    components: ['b major_outage'],
    document: [upptimeSite('a', 'up'), upptimeSite('b', 'down')],
  },
  {
    format: 'upptime',
    what: 'a site is slow',
    status: 'degraded_performance',
    components: ['b degraded_performance'],
    document: [upptimeSite('a', 'up'), upptimeSite('b', 'degraded')],
  },
  {
    format: 'shields',
    what: 'a word',
    status: 'major_outage',
    document: { schemaVersion: 1, label: 'health', message: 'down', color: 'red' },
  },
];

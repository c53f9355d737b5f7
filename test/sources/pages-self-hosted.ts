import type { SamplePage } from './sample-page.js';

const kuma = (changes: object): object => ({
  config: { slug: 'home', title: 'Home' },
  publicGroupList: [{ name: 'All', monitorList: [{ id: 1, name: 'Site' }] }],
  heartbeatList: { 1: [{ status: 1, time: '2026-11-22 08:59:00.000' }] },
  incidents: [],
  ...changes,
});

const notice = (style: string): object => ({
  incidents: [
    { id: 4, style, title: 'Login', pin: true, active: true, createdDate: '2026-11-22 08:00:00' },
  ],
});

const window = (status: string, changes: object): object => ({
  maintenanceList: [
    {
      id: 7,
      title: 'Disks',
      strategy: 'single',
      status,
      timeslotList: [{ startDate: '2026-11-22 09:30:00', endDate: '2026-11-22 10:30:00' }],
      ...changes,
    },
  ],
});

const entry = (type: string, id: string, attributes: object): object => ({ type, id, attributes });

/** Pages that people host themselves, as the sources of each version write them; more samples are in the files `samples-…`. */
export const SELF_HOSTED_PAGES: readonly SamplePage[] = [
  {
    format: 'uptime-kuma',
    what: 'an incident in the style that is there at first, which says nothing of how bad it is',
    status: 'degraded_performance',
    incidents: ['4 investigating minor 2026-11-22T08:00:00Z'],
    document: kuma(notice('primary')),
  },
  {
    format: 'uptime-kuma',
    what: 'a note for information',
    status: 'operational',
    incidents: ['4 investigating none 2026-11-22T08:00:00Z'],
    document: kuma(notice('info')),
  },
  {
    format: 'uptime-kuma',
    what: 'a note for information on a page without heartbeats',
    status: 'unknown',
    incidents: ['4 investigating none 2026-11-22T08:00:00Z'],
    document: kuma({ ...notice('info'), heartbeatList: undefined }),
  },
  {
    format: 'uptime-kuma',
    what: 'work in the time of its own zone',
    status: 'under_maintenance',
    incidents: ['maintenance-7 identified maintenance 2026-11-22T08:30:00Z'],
    maintenances: ['maintenance-7 2026-11-22T08:30:00Z 2026-11-22T09:30:00Z'],
    document: kuma(window('under-maintenance', { timezoneOffset: '+01:00' })),
  },
  {
    format: 'uptime-kuma',
    what: 'work that is switched on by hand, without a time',
    status: 'under_maintenance',
    incidents: ['maintenance-7 identified maintenance'],
    maintenances: ['maintenance-7 null null'],
    document: kuma(window('under-maintenance', { strategy: 'manual', timeslotList: [] })),
  },
  {
    format: 'uptime-kuma',
    what: 'work that is over or switched off',
    status: 'operational',
    document: kuma(window('inactive', {})),
  },
  {
    format: 'gatus',
    what: 'a suite of endpoints that fails',
    status: 'major_outage',
    components: ['core / checkout major_outage'],
    document: [
      {
        name: 'checkout',
        group: 'core',
        key: 'core_checkout',
        results: [
          {
            name: 'checkout',
            success: false,
            timestamp: '2026-11-22T08:59:00Z',
            duration: 1,
            endpointResults: [],
          },
        ],
      },
    ],
  },
  {
    format: 'cstate',
    what: 'an issue whose beginning says its zone twice',
    status: 'major_outage',
    components: ['API major_outage'],
    incidents: ['x.md Down investigating critical 2026-11-22T07:00:00Z'],
    document: {
      is: 'index',
      cStateVersion: '5.6.1',
      title: 'Vendor',
      baseURL: 'https://status.vendor.example/',
      summaryStatus: 'down',
      systems: [
        {
          name: 'API',
          status: 'down',
          unresolvedIssues: [
            {
              title: 'Down',
              createdAt: '2026-11-22 08:00:00 +0100 +0100',
              lastMod: '2026-11-22 08:10:00 +0100 +0100',
              severity: 'down',
              resolved: false,
              informational: false,
              resolvedAt: '<no value>',
              filename: 'x.md',
            },
          ],
        },
      ],
    },
  },
  {
    format: 'cachet',
    what: 'an incident of version 2.3, which has a field for scheduled work',
    status: 'degraded_performance',
    incidents: ['1 identified minor 2026-11-22T08:00:00Z'],
    maintenances: ['schedule-2 2026-11-23T08:00:00Z null'],
    document: {
      meta: { pagination: { total_pages: 1 } },
      data: [
        {
          id: 1,
          component_id: 0,
          name: 'Mail',
          status: 2,
          visible: 1,
          scheduled_at: null,
          created_at: '2026-11-22 08:00:00',
          updated_at: '2026-11-22 08:10:00',
          human_status: 'Identified',
        },
        {
          id: 2,
          name: 'Disks',
          status: 0,
          visible: 1,
          scheduled_at: '2026-11-23 08:00:00',
          created_at: '2026-11-22 08:00:00',
          human_status: 'Scheduled',
        },
      ],
    },
  },
  {
    format: 'cachet',
    what: 'version 3, where an open incident overlays a component and dates have other names',
    status: 'major_outage',
    components: ['API major_outage'],
    incidents: ['7 monitoring minor 2026-11-22T08:00:00Z'],
    maintenances: ['schedule-3 2026-11-23T08:00:00Z null'],
    document: {
      data: [
        entry('components', '1', {
          name: 'API',
          status: { human: 'Operational', value: 1 },
          latest_status: { human: 'Major outage', value: 4 },
          enabled: true,
        }),
        entry('incidents', '7', {
          name: 'Slow',
          status: { human: 'Watching', value: 3 },
          visible: 1,
          occurred: { human: 'now', string: '2026-11-22 08:00:00' },
          created: { human: 'now', string: '2026-11-22 08:05:00' },
        }),
        entry('schedules', '3', {
          name: 'Disks',
          status: { human: 'Upcoming', value: 0 },
          scheduled: { human: 'tomorrow', string: '2026-11-23 08:00:00' },
          completed: { human: null, string: null },
        }),
      ],
    },
  },
  {
    format: 'cachet',
    what: 'the first of several pages of components',
    status: 'unknown',
    document: {
      meta: { pagination: { total: 40, per_page: 20, current_page: 1, total_pages: 2 } },
      data: [{ id: 1, name: 'API', status: 1, status_name: 'Operational', enabled: true }],
    },
  },
  {
    format: 'openstatus',
    what: 'the feed of a page, with a monitor that is down and one that is serviced',
    status: 'partial_outage',
    components: ['API major_outage', 'Site under_maintenance'],
    incidents: ['maintenance-1 identified maintenance 2026-11-22T08:00:00Z'],
    maintenances: ['maintenance-1 2026-11-22T08:00:00Z 2026-11-22T10:00:00Z'],
    document: {
      title: 'Vendor',
      status: 'error',
      monitors: [
        { id: 1, name: 'API', status: 'error' },
        { id: 2, name: 'Site', status: 'info' },
      ],
      pageComponents: [
        { id: 10, name: 'API', monitorId: 1 },
        { id: 11, name: 'Site', monitorId: 2 },
        { id: 12, name: 'Docs', monitorId: null },
      ],
      maintenances: [
        { id: 1, name: 'Upgrade', from: '2026-11-22T08:00:00Z', to: '2026-11-22T10:00:00Z' },
      ],
      statusReports: [],
    },
  },
  {
    format: 'openstatus',
    what: 'the feed of a page where all is well',
    status: 'operational',
    document: {
      title: 'Vendor',
      status: 'success',
      monitors: [{ id: 1, name: 'API', status: 'success' }],
      pageComponents: [],
      maintenances: [],
      statusReports: [],
    },
  },
];

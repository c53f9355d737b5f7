/** When the samples were looked at. */
export const CHECKED_AT_MS = Date.parse('2026-11-22T09:00:00Z');

/** A page of a format, written for the tests, and what a careful person reads from it. */
export interface SamplePage {
  readonly format: string;
  readonly what: string;
  readonly document: unknown;
  readonly status: string;
  /** The page's own word, where it is another. */
  readonly indicator?: string;
  /** `id progress impact start [end]`, open ones first, then the newest. */
  readonly incidents?: readonly string[];
  /** `name status`, those that do not work. */
  readonly components?: readonly string[];
  /** `id start end`, announced and under way. */
  readonly maintenances?: readonly string[];
}

const STATUSPAGE = { id: 'kctbh9vrtdwd', name: 'Vendor', url: 'https://status.vendor.example' };
const FINE = [{ id: 'c1', name: 'API', status: 'operational' }];

const widget = (changes: object = {}): object => ({
  page_title: 'Vendor',
  page_url: 'https://status.vendor.example/',
  ongoing_incidents: [],
  in_progress_maintenances: [],
  scheduled_maintenances: [],
  ...changes,
});

const betterStack = (state: string, resources: readonly string[], reports: readonly object[]) => ({
  data: {
    id: '1',
    type: 'status_page',
    attributes: { company_name: 'Vendor', aggregate_state: state },
  },
  included: [
    ...resources.map((status, index) => ({
      type: 'status_page_resource',
      id: String(index),
      attributes: { public_name: `Part ${index}`, status },
    })),
    ...reports,
  ],
});

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

const cstate = (summaryStatus: string, status: string, issues: readonly object[]) => ({
  is: 'index',
  cStateVersion: '6.0',
  title: 'Vendor',
  baseURL: 'https://status.vendor.example/',
  summaryStatus,
  systems: [
    { name: 'API', status, unresolvedIssues: issues },
    { name: 'Site', status: 'ok', unresolvedIssues: [] },
  ],
});

const upptimeSite = (slug: string, status: string) => ({ name: slug, slug, status, uptime: '99%' });

const statusIo = (code: number, changes: object = {}) => ({
  result: {
    status_overall: { updated: '2026-11-22T08:00:00.000Z', status: 'x', status_code: code },
    status: [{ id: '1', name: 'Site', status_code: code, containers: [] }],
    incidents: [],
    maintenance: { active: [], upcoming: [] },
    ...changes,
  },
});

const heroku = (apps: string, incidents: readonly object[]) => ({
  status: [
    { system: 'Apps', status: apps },
    { system: 'Data', status: 'green' },
  ],
  incidents,
  scheduled: [{ id: 1, title: 'Long over', state: 'upcoming', created_at: '2026-03-01T00:00:00Z' }],
});

const googleIncident = (id: string, impact: string, end: string | null) => ({
  id,
  begin: '2026-11-22T08:00:00+00:00',
  end,
  external_desc: '**Title:**\nMail is late',
  status_impact: impact,
  affected_products: [{ title: 'Gmail', id: 'g' }],
  most_recent_update: { status: impact, text: 'x' },
  uri: `incidents/${id}`,
});

const awsEvent = (status: string, changes: object = {}) => ({
  date: '1795334400',
  region_name: 'Oregon',
  status,
  service: 'ec2-us-west-2',
  service_name: 'Amazon EC2',
  summary: 'Increased error rates',
  event_log: [{ summary: 'x', message: 'x', status: 1, timestamp: 1_795_334_400 }],
  impacted_services: {},
  ...changes,
});

const appleEvent = (changes: object) => ({
  messageId: '1',
  statusType: 'Outage',
  usersAffected: 'Some users are affected',
  eventStatus: 'ongoing',
  message: 'Users may be unable to sign in.',
  startDate: '11/22/2026 00:13 PST',
  endDate: null,
  epochStartDate: 1_795_335_180_000,
  epochEndDate: null,
  ...changes,
});

const apple = (...events: readonly object[]) => ({
  drpost: false,
  services: [
    { serviceName: 'Mail', redirectUrl: null, events },
    { serviceName: 'Siri', redirectUrl: null, events: [] },
  ],
});

const post = (status: string, severity: string, changes: object = {}) => ({
  id: 'P1',
  title: 'SMS is late',
  post_type: 'incident',
  starts_at: '2026-11-22T08:00:00Z',
  ends_at: null,
  updates: [
    { reported_at: '2026-11-22T08:00:00Z', status_id: 'S0', severity_id: 'V1', impacts: [] },
    {
      reported_at: '2026-11-22T08:30:00Z',
      status: { name: status },
      severity: { name: severity },
      impacts: [{ service: { id: 'X', display_name: 'SMS' }, severity: { name: severity } }],
    },
  ],
  ...changes,
});

const pagerduty = (...posts: readonly object[]) => ({
  posts,
  services: [
    { id: 'X', name: 'SMS', is_active: true },
    { id: 'Y', name: 'Voice', is_active: true },
  ],
  post_enums: [{ id: 'S0', name: 'investigating' }],
});

/** Pages that say that all is well, or that nothing is known. */
export const CALM_PAGES: readonly SamplePage[] = [
  {
    format: 'statuspage',
    what: 'all is well',
    status: 'operational',
    document: {
      page: STATUSPAGE,
      status: { indicator: 'none' },
      components: FINE,
      incidents: null,
      scheduled_maintenances: null,
    },
  },
  { format: 'incident-io', what: 'nothing is listed', status: 'operational', document: widget() },
  {
    format: 'incident-io',
    what: 'maintenance is announced, and one is over',
    status: 'operational',
    maintenances: ['m1 2026-11-23T09:00:00Z 2026-11-23T10:00:00Z'],
    document: widget({
      scheduled_maintenances: [
        {
          id: 'm1',
          name: 'Upgrade',
          status: 'maintenance_scheduled',
          starts_at: '2026-11-23T09:00:00Z',
          ends_at: '2026-11-23T10:00:00Z',
          affected_components: [],
        },
        {
          id: 'm0',
          name: 'Upgrade',
          status: 'maintenance_scheduled',
          starts_at: '2026-11-20T09:00:00Z',
          ends_at: '2026-11-20T10:00:00Z',
          affected_components: [],
        },
      ],
    }),
  },
  {
    format: 'instatus',
    what: 'lists are left out',
    status: 'operational',
    document: { page: { name: 'Vendor', url: 'https://status.vendor.example', status: 'UP' } },
  },
  {
    format: 'instatus',
    what: 'a bare list of components',
    status: 'operational',
    document: [{ id: '1', name: 'API', status: 'OPERATIONAL', group: null }],
  },
  {
    format: 'better-stack',
    what: 'a report is resolved without an end',
    status: 'operational',
    incidents: ['9 resolved minor 2026-11-21T08:00:00Z 2026-11-21T09:30:00Z'],
    document: betterStack(
      'operational',
      ['operational', 'not_monitored'],
      [
        {
          type: 'status_report',
          id: '9',
          attributes: {
            title: 'Delays',
            report_type: 'manual',
            starts_at: '2026-11-21T08:00:00.000Z',
            ends_at: null,
            aggregate_state: 'resolved',
          },
          relationships: { status_updates: { data: [{ id: 'u1', type: 'status_update' }] } },
        },
        {
          type: 'status_update',
          id: 'u1',
          attributes: { message: 'x', published_at: '2026-11-21T09:30:00.000Z' },
        },
      ],
    ),
  },
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
    format: 'cstate',
    what: 'all is well',
    status: 'operational',
    document: cstate('ok', 'ok', []),
  },
  {
    format: 'upptime',
    what: 'all sites are up',
    status: 'operational',
    document: [upptimeSite('a', 'up'), upptimeSite('b', 'up')],
  },
  {
    format: 'cachet',
    what: 'version 2, components alone',
    status: 'operational',
    document: {
      meta: { pagination: {} },
      data: [{ id: 1, name: 'API', status: '1', status_name: 'Operational', enabled: true }],
    },
  },
  {
    format: 'cachet',
    what: 'version 3, the page alone',
    status: 'operational',
    document: { data: { status: 'operational', message: 'All well' } },
  },
  {
    format: 'openstatus',
    what: 'one word',
    status: 'operational',
    document: { status: 'operational' },
  },
  {
    format: 'openstatus',
    what: 'a page that does not exist',
    status: 'unknown',
    document: { status: 'unknown' },
  },
  {
    format: 'status-io',
    what: 'upcoming maintenance is over',
    status: 'operational',
    document: statusIo(100, {
      maintenance: {
        active: [],
        upcoming: [
          {
            _id: 'm',
            name: 'Over',
            datetime_planned_start: '2026-11-01T00:00:00Z',
            datetime_planned_end: '2026-11-01T02:00:00Z',
          },
        ],
      },
    }),
  },
  {
    format: 'slack',
    what: 'all is well',
    status: 'operational',
    document: {
      status: 'ok',
      active_incidents: [],
      date_created: '2026-11-22T00:00:00-07:00',
      date_updated: '2026-11-22T00:00:00-07:00',
    },
  },
  {
    format: 'heroku',
    what: 'old maintenance is still listed',
    status: 'operational',
    document: heroku('green', []),
  },
  {
    format: 'google',
    what: 'only ended incidents',
    status: 'operational',
    incidents: ['a resolved major 2026-11-22T08:00:00Z 2026-11-22T08:30:00Z'],
    document: [googleIncident('a', 'SERVICE_DISRUPTION', '2026-11-22T08:30:00+00:00')],
  },
  {
    format: 'aws',
    what: 'only ended events',
    status: 'operational',
    incidents: [
      'ec2-us-west-2-1795334400 resolved minor 2026-11-22T08:00:00Z 2026-11-22T08:30:00Z',
    ],
    document: [awsEvent('0', { end_time: '1795336200' })],
  },
  {
    format: 'apple',
    what: 'a resolved event is still listed',
    status: 'operational',
    incidents: ['1 resolved major 2026-11-22T08:13:00Z 2026-11-22T08:30:00Z'],
    document: apple(appleEvent({ eventStatus: 'resolved', epochEndDate: 1_795_336_200_000 })),
  },
  {
    format: 'pagerduty',
    what: 'only resolved posts',
    status: 'operational',
    incidents: ['P1 resolved minor 2026-11-22T08:00:00Z 2026-11-22T08:40:00Z'],
    document: pagerduty(post('resolved', 'all good', { ends_at: '2026-11-22T08:40:00Z' })),
  },
  {
    format: 'statuspage-me',
    what: 'all is well',
    status: 'operational',
    document: { page: 'vendor', overall: 'operational', incidents: [] },
  },
  {
    format: 'isitdownstatus',
    what: 'the vendor’s word is missing',
    status: 'operational',
    document: {
      ok: true,
      data: { name: 'Vendor', status: 'operational', official_indicator: null },
    },
  },
  {
    format: 'isitdownstatus',
    what: 'the vendor’s word is a strange one',
    status: 'unknown',
    document: {
      ok: true,
      data: { name: 'Vendor', status: 'operational', official_indicator: 'hm' },
    },
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
    format: 'instatus',
    what: 'maintenance under way',
    status: 'under_maintenance',
    incidents: ['m identified maintenance 2026-11-22T08:30:00Z'],
    maintenances: ['m 2026-11-22T08:30:00Z 2026-11-22T09:30:00Z'],
    document: {
      page: { name: 'Vendor', url: 'https://status.vendor.example', status: 'UNDERMAINTENANCE' },
      activeMaintenances: [
        {
          id: 'm',
          name: 'Database',
          start: 'Sun Nov 22 2026 08:30:00 GMT+0000 (Coordinated Universal Time)',
          status: 'INPROGRESS',
          duration: '60',
        },
      ],
    },
  },
  {
    format: 'apple',
    what: 'maintenance for some',
    status: 'under_maintenance',
    components: ['Mail under_maintenance'],
    incidents: ['1 identified maintenance 2026-11-22T08:13:00Z'],
    maintenances: ['1 2026-11-22T08:13:00Z null'],
    document: apple(appleEvent({ statusType: 'Maintenance' })),
  },
  {
    format: 'status-io',
    what: 'maintenance under way',
    status: 'under_maintenance',
    components: ['Site under_maintenance'],
    incidents: ['m identified maintenance 2026-11-22T08:00:00Z'],
    maintenances: ['m 2026-11-22T08:00:00Z 2026-11-22T10:00:00Z'],
    document: statusIo(200, {
      maintenance: {
        active: [
          {
            _id: 'm',
            name: 'Upgrade',
            datetime_planned_start: '2026-11-22T08:00:00Z',
            datetime_planned_end: '2026-11-22T10:00:00Z',
          },
        ],
      },
    }),
  },
];

/** Pages that say that something is wrong. */
export const PROBLEM_PAGES: readonly SamplePage[] = [
  {
    format: 'statuspage',
    what: 'an open incident under "none"',
    status: 'major_outage',
    indicator: 'operational',
    incidents: ['i1 monitoring critical 2026-11-22T08:30:00Z'],
    document: {
      page: STATUSPAGE,
      status: { indicator: 'none' },
      components: FINE,
      incidents: [
        {
          id: 'i1',
          name: 'Login',
          status: 'monitoring',
          impact: 'critical',
          created_at: '2026-11-22T08:40:00Z',
          started_at: '2026-11-22T08:30:00Z',
          incident_updates: [],
        },
      ],
    },
  },
  {
    format: 'statuspage',
    what: 'a minor incident in the middle of maintenance',
    status: 'degraded_performance',
    indicator: 'under_maintenance',
    incidents: [
      'i1 investigating minor 2026-11-22T08:30:00Z',
      'm identified maintenance 2026-11-22T08:00:00Z',
    ],
    maintenances: ['m 2026-11-22T08:00:00Z 2026-11-22T10:00:00Z'],
    document: {
      page: STATUSPAGE,
      status: { indicator: 'maintenance' },
      incidents: [
        {
          id: 'i1',
          name: 'Login',
          status: 'investigating',
          impact: 'minor',
          created_at: '2026-11-22T08:30:00Z',
          incident_updates: [],
        },
      ],
      scheduled_maintenances: [
        {
          id: 'm',
          name: 'Upgrade',
          status: 'in_progress',
          impact: 'maintenance',
          scheduled_for: '2026-11-22T08:00:00Z',
          scheduled_until: '2026-11-22T10:00:00Z',
        },
      ],
    },
  },
  {
    format: 'incident-io',
    what: 'an incident and its component',
    status: 'major_outage',
    components: ['Login major_outage'],
    incidents: ['i1 identified critical 2026-11-22T08:00:00Z'],
    document: widget({
      ongoing_incidents: [
        {
          id: 'i1',
          name: 'Login',
          status: 'identified',
          url: 'https://status.vendor.example/i1',
          last_update_at: '2026-11-22T08:00:00Z',
          current_worst_impact: 'full_outage',
          affected_components: [
            { id: 'c', name: 'Login', group_name: 'Auth', current_status: 'full_outage' },
          ],
        },
      ],
    }),
  },
  {
    format: 'incident-io',
    what: 'the state of a page, with its markers for "nothing"',
    status: 'partial_outage',
    components: ['API partial_outage'],
    incidents: ['i1 monitoring major 2026-11-22T08:00:00Z'],
    document: {
      summary: {
        name: 'Vendor',
        public_url: 'https://status.vendor.example/',
        components: [
          { id: 'c', name: 'API' },
          { id: 'd', name: 'Site' },
        ],
        affected_components: [
          { component_id: 'c', current_status: '$undefined', status: 'partial_outage' },
        ],
        ongoing_incidents: [
          {
            id: 'i1',
            name: 'API',
            status: 'monitoring',
            published_at: '2026-11-22T08:00:00Z',
            affected_components: [{ component_id: 'c', status: 'partial_outage' }],
          },
        ],
        scheduled_maintenances: '$undefined',
      },
    },
  },
  {
    format: 'instatus',
    what: 'an incident of impact "OPERATIONAL" over a broken component',
    status: 'major_outage',
    indicator: 'degraded_performance',
    incidents: ['i1 investigating critical 2022-06-11T18:55:50Z'],
    document: {
      page: { name: 'Vendor', url: 'https://status.vendor.example', status: 'HASISSUES' },
      activeIncidents: [
        {
          id: 'i1',
          name: { en: 'API', default: 'API' },
          started: 'Sat Jun 11 2022 18:55:50 GMT+0000 (Coordinated Universal Time)',
          status: 'INVESTIGATING',
          impact: 'OPERATIONAL',
          url: 'https://status.vendor.example/i1',
          components: [{ id: 'c', name: 'API', status: 'MAJOROUTAGE' }],
        },
      ],
    },
  },
  {
    format: 'instatus',
    what: 'the state of a page',
    status: 'partial_outage',
    components: ['Rooms partial_outage'],
    document: {
      site: {
        subdomain: 'vendor',
        customDomain: 'status.vendor.example',
        status: 'HASISSUES',
        mainStatus: 'SOMEMAJOROUTAGE',
        name: { default: 'Vendor' },
        components: [
          { name: { default: 'Rooms' }, status: 'PARTIALOUTAGE', group: null, children: [] },
        ],
      },
      activeIncidents: [],
      activeMaintenances: [],
    },
  },
  {
    format: 'better-stack',
    what: 'one of two resources is down',
    status: 'partial_outage',
    components: ['Part 0 major_outage'],
    incidents: ['9 investigating minor 2026-11-22T08:00:00Z'],
    document: betterStack(
      'downtime',
      ['downtime', 'operational'],
      [
        {
          type: 'status_report',
          id: '9',
          attributes: {
            title: 'Delays',
            report_type: 'automatic',
            starts_at: '2026-11-22T08:00:00.000Z',
            ends_at: null,
            aggregate_state: 'degraded',
            affected_resources: [{ status_page_resource_id: '0', status: 'downtime' }],
          },
        },
      ],
    ),
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
    format: 'cstate',
    what: 'an issue with "<no value>" for its end, on two systems',
    status: 'partial_outage',
    components: ['API partial_outage'],
    incidents: ['x.md Slow investigating major 2025-04-10T13:00:00Z'],
    document: cstate('disrupted', 'disrupted', [
      {
        is: 'issue',
        title: 'Slow',
        createdAt: '2025-04-10 13:00:00 +0000 UTC',
        lastMod: '2025-04-10 13:47:08 +0000 UTC',
        permalink: 'https://status.vendor.example/x/',
        severity: 'disrupted',
        resolved: false,
        informational: false,
        resolvedAt: '<no value>',
        affected: ['API'],
        filename: 'x.md',
      },
    ]),
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
    format: 'cachet',
    what: 'version 2, components, incidents and schedules laid together',
    status: 'major_outage',
    components: ['API partial_outage'],
    incidents: [
      '7 identified critical 2026-11-22T08:00:00Z',
      'schedule-3 identified maintenance 2026-11-22T07:00:00Z',
      '6 resolved minor 2026-11-20T08:00:00Z 2026-11-20T09:00:00Z',
    ],
    maintenances: ['schedule-3 2026-11-22T07:00:00Z null'],
    document: {
      meta: { pagination: {} },
      data: [
        { id: 1, name: 'API', status: 3, status_name: 'Partial Outage', enabled: true },
        {
          id: 7,
          name: 'Down',
          status: 1,
          latest_status: 2,
          component_status: 4,
          human_status: 'Identified',
          visible: 1,
          created_at: '2026-11-22 08:00:00',
          updated_at: '2026-11-22 08:10:00',
        },
        {
          id: 6,
          name: 'Over',
          status: 4,
          human_status: 'Fixed',
          visible: 1,
          created_at: '2026-11-20 08:00:00',
          updated_at: '2026-11-20 09:00:00',
        },
        {
          id: 3,
          name: 'Upgrade',
          status: 1,
          scheduled_at: '2026-11-22 07:00:00',
          completed_at: null,
        },
      ],
    },
  },
  {
    format: 'cachet',
    what: 'version 3',
    status: 'partial_outage',
    indicator: 'degraded_performance',
    components: ['API partial_outage', 'Site under_maintenance'],
    incidents: ['7 investigating minor 2026-11-22T08:00:00Z'],
    document: {
      data: [
        { status: 'degraded_performance', message: 'Some systems' },
        {
          id: '1',
          type: 'components',
          attributes: { name: 'API', status: { human: 'Partial outage', value: 3 }, enabled: true },
        },
        {
          id: '2',
          type: 'components',
          attributes: {
            name: 'Site',
            status: { human: 'Under maintenance', value: 6 },
            enabled: true,
          },
        },
        {
          id: '7',
          type: 'incidents',
          attributes: {
            name: 'Slow',
            status: { human: 'Investigating', value: 1 },
            occurred_at: { human: 'now', string: '2026-11-22T08:00:00+00:00' },
          },
        },
      ],
    },
  },
  {
    format: 'openstatus',
    what: 'one word',
    status: 'degraded_performance',
    document: { status: 'incident' },
  },
  {
    format: 'openstatus',
    what: 'the feed of a page',
    status: 'degraded_performance',
    indicator: 'operational',
    incidents: ['5 monitoring minor 2026-11-22T08:00:00Z'],
    maintenances: ['maintenance-1 2026-11-23T08:00:00Z 2026-11-23T09:00:00Z'],
    document: {
      title: 'Vendor',
      status: 'operational',
      updatedAt: '2026-11-22T08:59:00Z',
      monitors: [{ id: 1, name: 'API' }],
      maintenances: [
        { id: 1, title: 'Upgrade', from: '2026-11-23T08:00:00Z', to: '2026-11-23T09:00:00Z' },
      ],
      statusReports: [
        {
          id: 5,
          title: 'Slow',
          status: 'monitoring',
          statusReportUpdates: [
            { status: 'monitoring', date: '2026-11-22T08:30:00Z', message: 'x' },
            { status: 'investigating', date: '2026-11-22T08:00:00Z', message: 'x' },
          ],
        },
      ],
    },
  },
  {
    format: 'status-io',
    what: 'a disruption of a container',
    status: 'major_outage',
    indicator: 'degraded_performance',
    components: ['Site degraded_performance', 'Site / EU major_outage'],
    incidents: ['i1 identified major 2026-11-22T08:00:00Z'],
    document: statusIo(300, {
      status: [
        {
          id: '1',
          name: 'Site',
          status_code: 300,
          containers: [{ id: '2', name: 'EU', status_code: 500 }],
        },
      ],
      incidents: [
        {
          _id: 'i1',
          name: 'Slow',
          datetime_open: '2026-11-22T08:00:00.000Z',
          messages: [
            { details: 'x', datetime: '2026-11-22T08:00:00Z', state: 100, status: 300 },
            { details: 'x', datetime: '2026-11-22T08:10:00Z', state: 200, status: 400 },
          ],
          components_affected: [{ name: 'Site' }],
        },
      ],
    }),
  },
  {
    format: 'slack',
    what: 'an incident',
    status: 'partial_outage',
    incidents: ['546 investigating major 2026-11-22T08:00:00Z'],
    document: {
      status: 'active',
      date_created: '2026-11-22T01:00:00-07:00',
      date_updated: '2026-11-22T01:00:00-07:00',
      active_incidents: [
        {
          id: '546',
          date_created: '2026-11-22T01:00:00-07:00',
          date_updated: '2026-11-22T01:30:00-07:00',
          title: 'Mail',
          type: 'incident',
          status: 'active',
          url: 'https://slack-status.com/x',
          services: ['Mail'],
          notes: [],
        },
      ],
    },
  },
  {
    format: 'slack',
    what: 'something active that is not listed',
    status: 'degraded_performance',
    document: { status: 'active', date_updated: '2026-11-22T01:00:00-07:00', active_incidents: [] },
  },
  {
    format: 'heroku',
    what: 'one system is red, and its incident calls itself resolved',
    status: 'partial_outage',
    components: ['Apps major_outage'],
    incidents: ['2 investigating minor 2026-11-22T08:00:00Z'],
    document: heroku('red', [
      {
        id: 2,
        title: 'Routing',
        state: 'open',
        resolved: true,
        created_at: '2026-11-22T08:00:00Z',
        full_url: 'https://status.heroku.com/incidents/2',
        systems: [{ name: 'Apps', status: 'yellow' }],
        updates: [],
      },
    ]),
  },
  {
    format: 'google',
    what: 'an incident without an end',
    status: 'degraded_performance',
    incidents: ['a investigating minor 2026-11-22T08:00:00Z'],
    document: [googleIncident('a', 'SERVICE_INFORMATION', null)],
  },
  {
    format: 'google',
    what: 'an outage, and an ended one',
    status: 'major_outage',
    incidents: [
      'a investigating critical 2026-11-22T08:00:00Z',
      'b resolved major 2026-11-22T08:00:00Z 2026-11-22T08:30:00Z',
    ],
    document: [
      googleIncident('a', 'SERVICE_OUTAGE', null),
      googleIncident('b', 'SERVICE_DISRUPTION', '2026-11-22T08:30:00+00:00'),
    ],
  },
  {
    format: 'aws',
    what: 'a disruption',
    status: 'partial_outage',
    incidents: ['ec2-us-west-2-1795334400 investigating major 2026-11-22T08:00:00Z'],
    document: [awsEvent('3')],
  },
  {
    format: 'aws',
    what: 'an information',
    status: 'degraded_performance',
    incidents: ['ec2-us-west-2-1795334400 investigating minor 2026-11-22T08:00:00Z'],
    document: [awsEvent('1')],
  },
  {
    format: 'apple',
    what: 'an outage for some',
    status: 'partial_outage',
    components: ['Mail partial_outage'],
    incidents: ['1 investigating major 2026-11-22T08:13:00Z'],
    document: apple(appleEvent({})),
  },
  {
    format: 'apple',
    what: 'dates in American only',
    status: 'degraded_performance',
    components: ['Mail degraded_performance'],
    incidents: ['1 investigating minor 2026-11-22T08:13:00Z'],
    document: apple(appleEvent({ statusType: 'Issue', epochStartDate: undefined })),
  },
  {
    format: 'pagerduty',
    what: 'an outage of one service',
    status: 'major_outage',
    components: ['SMS major_outage'],
    incidents: ['P1 investigating critical 2026-11-22T08:00:00Z'],
    document: pagerduty(post('investigating', 'outage')),
  },
  {
    format: 'pagerduty',
    what: 'the state of a page',
    status: 'degraded_performance',
    incidents: ['P1 investigating minor 2026-11-22T08:00:00Z'],
    document: {
      summary: {
        open_incidents: [
          post('detected', 'minor', {
            updates: [],
            latest_update: { status_id: 'S1', severity_id: 'V1' },
          }),
        ],
        post_enums: [
          { id: 'V1', name: 'minor' },
          { id: 'S1', name: 'detected' },
        ],
        post_status_page_services: [{ id: 'X', name: 'SMS', is_active: true }],
      },
    },
  },
  {
    format: 'statuspage-me',
    what: 'an open incident under "operational"',
    status: 'degraded_performance',
    indicator: 'operational',
    incidents: ['i1 monitoring minor 2026-11-22T08:30:00Z'],
    document: {
      page: 'vendor',
      page_url: 'https://vendor.statuspage.me',
      overall: 'operational',
      updated: '2026-11-22T09:00:00Z',
      incidents: [
        {
          id: 'i1',
          title: 'Slow',
          state: 'monitoring',
          started: '2026-11-22T08:30:00Z',
          component: 'API',
        },
      ],
    },
  },
  {
    format: 'isitdownstatus',
    what: 'the vendor says more than the site',
    status: 'partial_outage',
    document: {
      ok: true,
      data: { name: 'Vendor', status: 'operational', official_indicator: 'major' },
    },
  },
  {
    format: 'shields',
    what: 'a word',
    status: 'major_outage',
    document: { schemaVersion: 1, label: 'health', message: 'down', color: 'red' },
  },
];

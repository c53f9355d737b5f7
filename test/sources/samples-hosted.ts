import type { SamplePage } from './sample-page.js';

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

const statusIo = (code: number, changes: object = {}) => ({
  result: {
    status_overall: { updated: '2026-11-22T08:00:00.000Z', status: 'x', status_code: code },
    status: [{ id: '1', name: 'Site', status_code: code, containers: [] }],
    incidents: [],
    maintenance: { active: [], upcoming: [] },
    ...changes,
  },
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

/** Calm and trouble on the pages of other hosted services. */
export const HOSTED_SAMPLES: readonly SamplePage[] = [
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
];

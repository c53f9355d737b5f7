import type { SamplePage } from './sample-page.js';

const betterStack = (state: string, statuses: readonly string[], report: object) => ({
  data: {
    id: '1',
    type: 'status_page',
    attributes: { company_name: 'Vendor', aggregate_state: state },
  },
  included: [
    ...statuses.map((status, index) => ({
      type: 'status_page_resource',
      id: String(index),
      attributes: { public_name: `Part ${index}`, status },
    })),
    { type: 'status_report', id: '9', attributes: { title: 'Delays', ends_at: null, ...report } },
  ],
});

const postUpdate = (reportedAt: string, status: string, severity: string) => ({
  id: `U${reportedAt}`,
  reported_at: reportedAt,
  status,
  severity,
  impacted_business_services: [{ id: 'X', name: 'SMS', severity }],
});

/** Pages of other hosted services, as vendors were seen to write them; more samples are in the files `samples-…`. */
export const HOSTED_PAGES: readonly SamplePage[] = [
  {
    format: 'better-stack',
    what: 'a report of downtime of one resource of two',
    status: 'partial_outage',
    components: ['Part 0 major_outage'],
    incidents: ['9 investigating critical 2026-11-22T08:00:00Z'],
    document: betterStack('downtime', ['downtime', 'operational'], {
      report_type: 'manual',
      starts_at: '2026-11-22T08:00:00.000Z',
      aggregate_state: 'downtime',
    }),
  },
  {
    format: 'better-stack',
    what: 'a report of years ago that says "operational" and has no end',
    status: 'operational',
    incidents: ['9 resolved minor 2024-11-22T08:00:00Z 2024-11-22T08:00:00Z'],
    document: betterStack('operational', ['operational'], {
      report_type: 'manual',
      starts_at: '2024-11-22T08:00:00.000Z',
      aggregate_state: 'operational',
    }),
  },
  {
    format: 'status-io',
    what: 'an incident that was grave and is being watched, its codes as text',
    status: 'degraded_performance',
    components: ['Site degraded_performance'],
    incidents: ['i1 monitoring minor 2026-11-22T08:00:00Z'],
    document: {
      result: {
        status_overall: { status: 'Degraded Performance', status_code: '300' },
        status: [{ id: '1', name: 'Site', status_code: '300', containers: [] }],
        incidents: [
          {
            _id: 'i1',
            name: 'Slow',
            datetime_open: '2026-11-22T08:00:00.000Z',
            messages: [
              { datetime: '2026-11-22T08:00:00.000Z', state: 100, status: 500 },
              { datetime: '2026-11-22T08:40:00.000Z', state: 300, status: 300 },
            ],
            components_affected: [{ name: 'Site' }],
          },
        ],
        maintenance: { active: [], upcoming: [] },
      },
    },
  },
  {
    format: 'status-io',
    what: 'incidents without name and id',
    status: 'degraded_performance',
    indicator: 'operational',
    incidents: [
      '2026-11-22T08:00:00Z Mail is late. investigating minor 2026-11-22T08:00:00Z',
      '2026-11-22T08:00:00Z Site investigating minor 2026-11-22T08:00:00Z',
      '2026-11-22T07:00:00Z Incident investigating minor 2026-11-22T07:00:00Z',
      '2026-11-22T07:00:00Z Incident (2) investigating minor 2026-11-22T07:00:00Z',
    ],
    document: {
      result: {
        status_overall: { status: 'Operational', status_code: 100 },
        status: [{ id: '1', name: 'Site', status_code: 100, containers: [] }],
        incidents: [
          {
            datetime_open: '2026-11-22T08:00:00.000Z',
            messages: [
              {
                details: 'Mail is late.',
                datetime: '2026-11-22T08:00:00.000Z',
                state: 100,
                status: 300,
              },
            ],
          },
          { datetime_open: '2026-11-22T08:00:00.000Z', components_affected: [{ name: 'Site' }] },
          { datetime_open: '2026-11-22T07:00:00.000Z', name: ' ', _id: null },
          { datetime_open: '2026-11-22T07:00:00.000Z' },
        ],
        maintenance: { active: [], upcoming: [] },
      },
    },
  },
  {
    format: 'pagerduty',
    what: 'the state of a page of 2023, whose list of posts is empty',
    status: 'degraded_performance',
    components: ['SMS degraded_performance'],
    incidents: [
      'P1 investigating minor 2026-11-22T08:00:00Z',
      'P0 resolved major 2026-11-21T08:00:00Z 2026-11-21T09:00:00Z',
    ],
    document: {
      summary: {
        open_incidents: [
          {
            id: 'P1',
            title: 'SMS is late',
            updates: [
              postUpdate('2026-11-22T08:30:00Z', 'investigating', 'minor'),
              postUpdate('2026-11-22T08:00:00Z', 'detected', 'minor'),
            ],
          },
        ],
        resolved_incidents: [
          {
            id: 'P0',
            title: 'Voice failed',
            updates: [
              postUpdate('2026-11-21T09:00:00Z', 'resolved', 'major'),
              postUpdate('2026-11-21T08:00:00Z', 'investigating', 'major'),
            ],
          },
        ],
        posts: [],
        post_enums: [],
        post_status_page_services: [{ id: 'X', name: 'SMS', is_active: true }],
      },
    },
  },
  {
    format: 'pagerduty',
    what: 'a post that is watched with severity "all good"',
    status: 'degraded_performance',
    incidents: ['P1 monitoring minor 2026-11-22T08:00:00Z'],
    document: {
      posts: [
        {
          id: 'P1',
          title: 'SMS was late',
          post_type: 'incident',
          first_update_at: 1_795_334_400_000,
          latest_update: { status_id: 'S', severity_id: 'V', impacts: [] },
        },
      ],
      services: [{ id: 'X', display_name: 'SMS', is_active: true }],
      post_enums: [
        { id: 'S', name: 'monitoring' },
        { id: 'V', name: 'all good' },
      ],
    },
  },
];

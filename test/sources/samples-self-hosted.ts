import type { SamplePage } from './sample-page.js';

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

/** Calm and trouble on the pages of status pages that people host themselves. */
export const SELF_HOSTED_SAMPLES: readonly SamplePage[] = [
  {
    format: 'cstate',
    what: 'all is well',
    status: 'operational',
    document: cstate('ok', 'ok', []),
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
];

import type { SamplePage } from './sample-page.js';

const service = (id: number, type: string | null, children: readonly object[] = []) => ({
  id,
  name: `Service ${id}`,
  description: null,
  children,
  current_incident_type: type,
});

const palEntry = (type: string, updateType: string, changes: object = {}) => ({
  id: 89,
  type,
  title: 'Latency',
  url: 'https://status.vendor.example/incidents/89',
  updates: [
    { id: 2, type: updateType, description: 'x', posted_at: '2026-11-22T08:40:00' },
    { id: 1, type: 'issue', description: 'x', posted_at: '2026-11-22T08:10:00' },
  ],
  inserted_at: '2026-11-22T08:10:30',
  updated_at: '2026-11-22T08:40:00',
  starts_at: '2026-11-22T08:00:00',
  ends_at: null,
  service_ids: [2],
  ...changes,
});

/** A summary of StatusPal with two services, the second one and the page of the given type. */
const statuspal = (type: string | null, changes: object = {}) => ({
  status_page: {
    name: 'Vendor',
    url: 'vendor.example',
    subdomain: 'vendor',
    time_zone: 'Europe/Zurich',
    current_incident_type: type,
  },
  services: [service(1, null), service(2, type)],
  incidents: [],
  maintenances: [],
  upcoming_maintenances: [],
  ...changes,
});

const sorryComponent = (id: number, state: string, parent: number | null = null) => ({
  id,
  state,
  name: `Part ${id}`,
  description: null,
  position: id,
  parent_id: parent,
});

const notice = (type: string, state: string, changes: object = {}) => ({
  id: 204_499,
  type,
  state,
  timeline_state: 'present',
  subject: 'Slow',
  synopsis: 'x',
  link: 'https://status.vendor.example/notices/m3y9-slow',
  began_at: '2026-11-22T08:00:00.039Z',
  ended_at: null,
  created_at: '2026-11-22T08:05:00.181Z',
  updated_at: '2026-11-22T08:30:00.181Z',
  ...changes,
});

const sorry = (components: readonly object[], notices: readonly object[]) => ({
  response: { id: '12ab34cd', name: 'Vendor', timezone: 'UTC', components, notices },
});

/** Calm and trouble on the pages of hosted services that write incidents and work as notices. */
export const HOSTED_NOTICE_SAMPLES: readonly SamplePage[] = [
  {
    format: 'statuspal',
    what: 'work is announced',
    status: 'operational',
    maintenances: ['89 2026-11-29T07:00:00Z null'],
    document: statuspal(null, {
      upcoming_maintenances: [
        palEntry('scheduled', 'scheduled', { starts_at: '2026-11-29T07:00:00' }),
      ],
    }),
  },
  {
    format: 'statuspal',
    what: 'work of a type that the vendor added is under way, without an end',
    status: 'under_maintenance',
    components: ['Service 2 under_maintenance'],
    incidents: ['89 identified maintenance 2026-11-22T08:00:00Z'],
    maintenances: ['89 2026-11-22T08:00:00Z null'],
    document: statuspal('emergency-maintenance', {
      maintenances: [palEntry('emergency-maintenance', 'essential')],
      current_status_type: 'scheduled',
    }),
  },
  {
    format: 'statuspal',
    what: 'work that is over is still listed as current',
    status: 'operational',
    document: statuspal(null, {
      maintenances: [palEntry('scheduled', 'scheduled', { ends_at: '2026-11-22T08:30:00' })],
    }),
  },
  {
    format: 'statuspal',
    what: 'a type without any incident of it',
    status: 'unknown',
    components: ['Service 2 unknown'],
    document: statuspal('slow-ish'),
  },
  {
    format: 'statuspal',
    what: 'one of two services is down',
    status: 'partial_outage',
    components: ['Service 2 major_outage'],
    incidents: ['89 investigating critical 2026-11-22T08:00:00Z'],
    document: statuspal('major', { incidents: [palEntry('major', 'issue')] }),
  },
  {
    format: 'statuspal',
    what: 'an incident of a type that the vendor added is being watched',
    status: 'degraded_performance',
    components: ['Service 2 degraded_performance'],
    incidents: ['89 monitoring minor 2026-11-22T08:00:00Z'],
    document: statuspal('performance', {
      incidents: [palEntry('performance', 'monitoring')],
      current_status_type: 'minor',
    }),
  },
  {
    format: 'statuspal',
    what: 'both services of a group are down, the third service is not',
    status: 'major_outage',
    components: [
      'Service 2 major_outage',
      'Service 2 / Service 3 major_outage',
      'Service 2 / Service 4 major_outage',
    ],
    incidents: ['89 investigating critical 2026-11-22T08:00:00Z'],
    document: statuspal('major', {
      services: [service(1, null), service(2, 'major', [service(3, 'major'), service(4, 'major')])],
      incidents: [palEntry('major', 'issue', { service_ids: [2, 3, 4] })],
    }),
  },
  {
    format: 'sorry',
    what: 'only old notices',
    status: 'operational',
    incidents: ['204499 resolved minor 2026-11-02T12:18:49Z 2026-11-03T09:52:39Z'],
    document: sorry(
      [sorryComponent(1, 'operational'), sorryComponent(2, 'operational', 1)],
      [
        notice('unplanned', 'resolved', {
          timeline_state: 'past_distant',
          began_at: '2026-11-02T12:18:49.944Z',
          ended_at: '2026-11-03T09:52:39.781Z',
        }),
        notice('planned', 'complete', { timeline_state: 'past_recent' }),
      ],
    ),
  },
  {
    format: 'sorry',
    what: 'work under way, by which a component is "degraded"',
    status: 'under_maintenance',
    components: ['Part 1 under_maintenance', 'Part 2 under_maintenance'],
    incidents: ['204499 identified maintenance 2026-11-22T08:00:00Z'],
    maintenances: ['204499 2026-11-22T08:00:00Z 2026-11-22T10:00:00Z'],
    document: sorry(
      [sorryComponent(1, 'partially-degraded'), sorryComponent(2, 'degraded', 1)],
      [
        notice('planned', 'underway', {
          begins_at: '2026-11-22T08:00:00.000Z',
          ends_at: '2026-11-22T10:00:00.000Z',
        }),
      ],
    ),
  },
  {
    format: 'sorry',
    what: 'a page that was asked for notices alone',
    status: 'unknown',
    maintenances: ['204499 2026-11-29T08:00:00Z 2026-11-29T09:00:00Z'],
    document: {
      response: {
        name: 'Vendor',
        notices: [
          notice('planned', 'scheduled', {
            timeline_state: 'future',
            began_at: null,
            begins_at: '2026-11-29T08:00:00.000Z',
            ends_at: '2026-11-29T09:00:00.000Z',
          }),
        ],
      },
    },
  },
  {
    format: 'sorry',
    what: 'an incident while other work is under way',
    status: 'degraded_performance',
    components: ['Part 1 degraded_performance'],
    incidents: [
      '7 identified maintenance 2026-11-22T08:30:00Z',
      '204499 monitoring minor 2026-11-22T08:00:00Z',
    ],
    maintenances: ['7 2026-11-22T08:30:00Z null'],
    document: sorry(
      [sorryComponent(1, 'degraded'), sorryComponent(2, 'operational')],
      [
        notice('unplanned', 'recovering'),
        notice('planned', 'underway', { id: 7, began_at: '2026-11-22T08:30:00.000Z' }),
      ],
    ),
  },
];

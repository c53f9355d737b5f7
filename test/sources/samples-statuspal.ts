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

/** Calm and trouble on the pages of StatusPal. */
export const STATUSPAL_SAMPLES: readonly SamplePage[] = [
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
];

import type { SamplePage } from './sample-page.js';

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

/** Calm and trouble on the pages of Statuspage and its nearest relatives. */
export const STATUSPAGE_SAMPLES: readonly SamplePage[] = [
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
];

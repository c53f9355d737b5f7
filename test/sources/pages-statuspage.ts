import type { SamplePage } from './sample-page.js';

const PAGE = { id: 'kctbh9vrtdwd', name: 'Vendor', url: 'https://status.vendor.example' };

const statuspage = (changes: object): object => ({
  page: PAGE,
  status: { indicator: 'none', description: 'All Systems Operational' },
  components: [{ id: 'c1', name: 'API', status: 'operational', group: false }],
  incidents: [],
  scheduled_maintenances: [],
  ...changes,
});

const work = (status: string, from: string, until: string): object => ({
  id: 'm1',
  name: 'Database upgrade',
  status,
  impact: 'maintenance',
  scheduled_for: from,
  scheduled_until: until,
  incident_updates: [],
});

const pageState = (changes: object): object => ({
  summary: {
    name: 'Vendor',
    public_url: 'https://status.vendor.example/',
    components: [{ id: 'c', name: 'Login' }],
    affected_components: [],
    ongoing_incidents: [],
    scheduled_maintenances: [],
    ...changes,
  },
});

const ofIncidentIo = (changes: object): object => ({
  page: { id: '01JMDK9XYNY6RXSED6SDWW50WY', name: 'Vendor', url: 'https://status.vendor.example' },
  status: { indicator: 'none', description: 'All Systems Operational' },
  components: [{ id: '01KMP3KP5MGE23B80K1EK4S8PV', name: 'API', status: 'operational' }],
  ...changes,
});

/** Pages of Statuspage and its nearest relatives, as vendors were seen to write them; more samples are in the files `samples-…`. */
export const STATUSPAGE_PAGES: readonly SamplePage[] = [
  {
    format: 'statuspage',
    what: 'an open incident of impact "none", the value before an author has set one',
    status: 'degraded_performance',
    indicator: 'operational',
    incidents: ['i1 investigating minor 2026-11-22T08:30:00Z'],
    document: statuspage({
      incidents: [
        {
          id: 'i1',
          name: 'We are looking into failing requests',
          status: 'investigating',
          impact: 'none',
          created_at: '2026-11-22T08:30:00.000Z',
          incident_updates: [],
          components: [],
        },
      ],
    }),
  },
  {
    format: 'statuspage',
    what: 'a healthy page of incident.io, without a list of incidents',
    status: 'operational',
    document: ofIncidentIo({}),
  },
  {
    format: 'statuspage',
    what: 'a page of incident.io without a list of incidents, whose indicator is "minor"',
    status: 'degraded_performance',
    document: ofIncidentIo({ status: { indicator: 'minor' } }),
  },
  {
    format: 'statuspage',
    what: 'a page of incident.io that lists nothing',
    status: 'unknown',
    indicator: 'operational',
    document: ofIncidentIo({ components: [], incidents: [] }),
  },
  {
    format: 'statuspage',
    what: 'a page of incident.io that is the parent of others',
    status: 'unknown',
    indicator: 'operational',
    document: { ...ofIncidentIo({}), page_type: 'parent' },
  },
  {
    format: 'statuspage',
    what: 'a group whose status is that of its worst member',
    status: 'partial_outage',
    indicator: 'degraded_performance',
    components: ['Europe major_outage', 'Frankfurt major_outage'],
    document: statuspage({
      status: { indicator: 'minor', description: 'Minor Service Outage' },
      components: [
        { id: 'g', name: 'Europe', status: 'major_outage', group: true, group_id: null },
        { id: 'a', name: 'Frankfurt', status: 'major_outage', group: false, group_id: 'g' },
        { id: 'b', name: 'Paris', status: 'operational', group: false, group_id: 'g' },
        { id: 'c', name: 'Rome', status: 'operational', group: false, group_id: 'g' },
      ],
    }),
  },
  {
    format: 'statuspage',
    what: 'components that are listed only while they fail, beside one that works',
    status: 'partial_outage',
    indicator: 'degraded_performance',
    components: ['Oslo major_outage', 'Bergen major_outage'],
    document: statuspage({
      status: { indicator: 'minor', description: 'Minor Service Outage' },
      components: [
        { id: 'a', name: 'API', status: 'operational', only_show_if_degraded: false },
        { id: 'b', name: 'Oslo', status: 'major_outage', only_show_if_degraded: true },
        { id: 'c', name: 'Bergen', status: 'major_outage', only_show_if_degraded: true },
      ],
    }),
  },
  {
    format: 'statuspage',
    what: 'the maintenances alone, one of them under way',
    status: 'under_maintenance',
    incidents: ['m1 identified maintenance 2026-11-22T08:00:00Z'],
    maintenances: ['m1 2026-11-22T08:00:00Z 2026-11-22T10:00:00Z'],
    document: {
      page: PAGE,
      scheduled_maintenances: [work('verifying', '2026-11-22T08:00:00Z', '2026-11-22T10:00:00Z')],
    },
  },
  {
    format: 'statuspage',
    what: 'announced work among the incidents',
    status: 'operational',
    maintenances: ['m1 2026-11-23T08:00:00Z 2026-11-23T10:00:00Z'],
    document: statuspage({
      incidents: [work('scheduled', '2026-11-23T08:00:00Z', '2026-11-23T10:00:00Z')],
    }),
  },
  {
    format: 'statuspage',
    what: 'work in a state that we do not know, while its time runs',
    status: 'under_maintenance',
    indicator: 'operational',
    incidents: ['m1 identified maintenance 2026-11-22T08:00:00Z'],
    maintenances: ['m1 2026-11-22T08:00:00Z 2026-11-22T10:00:00Z'],
    document: statuspage({
      scheduled_maintenances: [work('busy', '2026-11-22T08:00:00Z', '2026-11-22T10:00:00Z')],
    }),
  },
  {
    format: 'incident-io',
    what: 'an incident being watched, whose component works again',
    status: 'degraded_performance',
    incidents: ['i1 monitoring minor 2026-11-22T08:00:00Z'],
    document: pageState({
      ongoing_incidents: [
        {
          id: 'i1',
          name: 'Sign-in',
          status: 'monitoring',
          published_at: '2026-11-22T08:00:00Z',
          affected_components: [
            { component_id: 'c', current_status: 'operational', status: 'degraded_performance' },
          ],
        },
      ],
    }),
  },
  {
    format: 'incident-io',
    what: 'the state of a page with work whose window is given component by component',
    status: 'under_maintenance',
    incidents: ['m1 identified maintenance 2026-11-22T08:00:00Z'],
    maintenances: ['m1 2026-11-22T08:00:00Z 2026-11-22T10:00:00Z'],
    document: pageState({
      scheduled_maintenances: [
        {
          id: 'm1',
          name: 'Upgrade',
          status: 'maintenance_in_progress',
          published_at: '2026-11-20T08:00:00Z',
          affected_components: [],
          component_impacts: [
            {
              component_id: 'c',
              start_at: '2026-11-22T08:00:00Z',
              end_at: '2026-11-22T10:00:00Z',
              status: 'under_maintenance',
            },
          ],
        },
      ],
    }),
  },
  {
    format: 'incident-io',
    what: 'the parent of other pages, with nothing on it',
    status: 'unknown',
    document: pageState({ page_type: 'parent', components: [] }),
  },
  {
    format: 'instatus',
    what: 'components of version 2, with a child that fails',
    status: 'major_outage',
    components: ['Region EU major_outage'],
    document: {
      components: [
        {
          id: 'a',
          name: 'API',
          status: 'OPERATIONAL',
          isParent: true,
          children: [{ id: 'b', name: 'Region EU', status: 'MAJOROUTAGE' }],
        },
      ],
    },
  },
  ...(
    [
      ['ONEUNDERMAINTENANCE', 'under_maintenance'],
      ['SOMEDEGRADEDPERFORMANCE', 'degraded_performance'],
      ['ONEMINOROUTAGE', 'partial_outage'],
      ['ONEMAJOROUTAGE', 'partial_outage'],
      ['ALLMAJOROUTAGE', 'major_outage'],
    ] as const
  ).map(([word, status]) => ({
    format: 'instatus',
    what: `a page that says ${word}`,
    status,
    document: { page: { name: 'Vendor', url: 'https://status.vendor.example', status: word } },
  })),
  {
    format: 'instatus',
    what: 'an open incident of impact "OPERATIONAL" under "UP"',
    status: 'degraded_performance',
    indicator: 'operational',
    incidents: ['i1 identified minor 2026-11-22T08:00:00Z'],
    document: {
      page: { name: 'Vendor', url: 'https://status.vendor.example', status: 'UP' },
      activeIncidents: [
        {
          id: 'i1',
          name: 'Search',
          started: '2026-11-22T08:00:00.000Z',
          status: 'IDENTIFIED',
          impact: 'OPERATIONAL',
        },
      ],
    },
  },
];

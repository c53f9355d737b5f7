import type { SamplePage } from './sample-page.js';

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

/** Calm and trouble on the pages of single vendors. */
export const VENDOR_SAMPLES: readonly SamplePage[] = [
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
    format: 'apple',
    what: 'maintenance for some',
    status: 'under_maintenance',
    components: ['Mail under_maintenance'],
    incidents: ['1 identified maintenance 2026-11-22T08:13:00Z'],
    maintenances: ['1 2026-11-22T08:13:00Z null'],
    document: apple(appleEvent({ statusType: 'Maintenance' })),
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
    format: 'isitdownstatus',
    what: 'the vendor says more than the site',
    status: 'partial_outage',
    document: {
      ok: true,
      data: { name: 'Vendor', status: 'operational', official_indicator: 'major' },
    },
  },
];

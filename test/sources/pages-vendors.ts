import type { SamplePage } from './sample-page.js';

const appleService = (serviceName: string, ...events: readonly object[]): object => ({
  serviceName,
  redirectUrl: null,
  events,
});

const awsService = (service: string, status: string | number, summary: string): object => ({
  service,
  service_name: `Amazon ${service}`,
  summary,
  date: '1795334400',
  status,
  details: '',
  description: '<div>8:00 AM PST We are looking into it.</div>',
});

const work = (eventStatus: string, epochEndDate: number | null): object => ({
  messageId: '20',
  statusType: 'Maintenance',
  usersAffected: 'All users are affected',
  eventStatus,
  message: 'Due to maintenance, some services are unavailable.',
  datePosted: '11/22/2026 00:30 PST',
  epochStartDate: 1_795_334_400_000,
  epochEndDate,
});

/** Pages of single vendors, as their feeds of several years write them; more samples are in the files `samples-…`. */
export const VENDOR_PAGES: readonly SamplePage[] = [
  {
    format: 'aws',
    what: 'the older data.json',
    status: 'partial_outage',
    incidents: [
      'EC2-1795334400 investigating major 2026-11-22T08:00:00Z',
      'SNS-1795334400 investigating minor 2026-11-22T08:00:00Z',
      'SQS-1795334400 resolved minor 2026-11-22T08:00:00Z 2026-11-22T08:00:00Z',
      'S3-1795334400 resolved major 2026-11-22T08:00:00Z 2026-11-22T08:00:00Z',
    ],
    document: {
      current: [
        awsService('EC2', '3', 'Increased API Error Rates'),
        awsService('SNS', '1', 'Delivery Delays'),
        awsService('SQS', '0', '[RESOLVED] Delivery Delays'),
      ],
      archive: [awsService('S3', 3, '[RESOLVED] Elevated errors')],
    },
  },
  {
    format: 'aws',
    what: 'the older data.json with nothing but what is over',
    status: 'operational',
    incidents: ['S3-1795334400 resolved minor 2026-11-22T08:00:00Z 2026-11-22T08:00:00Z'],
    document: { archive: [awsService('S3', '2', '[RESOLVED] Elevated errors')], current: [] },
  },
  {
    format: 'aws',
    what: 'an information whose services are disrupted',
    status: 'partial_outage',
    incidents: ['multiple-1795334400 investigating major 2026-11-22T08:00:00Z'],
    document: [
      {
        date: '1795334400',
        region_name: 'Bahrain',
        status: '1',
        service: 'multiple',
        service_name: 'Multiple services',
        summary: 'Increased error rates',
        event_log: [],
        impacted_services: { ec2: { service_name: 'Amazon EC2', current: '3', max: '3' } },
      },
    ],
  },
  {
    format: 'aws',
    what: 'an event that calls itself resolved and has no end yet',
    status: 'operational',
    incidents: ['ec2-1795334400 resolved minor 2026-11-22T08:00:00Z 2026-11-22T08:30:00Z'],
    document: [
      {
        date: '1795334400',
        region_name: 'Oregon',
        status: '1',
        service: 'ec2',
        summary: '[RESOLVED] Increased error rates',
        event_log: [{ summary: 'x', status: 1, timestamp: 1_795_336_200 }],
        impacted_services: {},
      },
    ],
  },
  {
    format: 'google',
    what: 'an entry in the manner of 2020, with a severity and without an impact',
    status: 'major_outage',
    incidents: ['20005 investigating critical 2026-11-22T08:00:00Z'],
    document: [
      {
        begin: '2026-11-22T08:00:00Z',
        external_desc: 'Queries fail',
        'most-recent-update': { text: 'x' },
        number: 20005,
        severity: 'high',
        service_name: 'Cloud Firestore',
        uri: '/incident/cloud-firestore/20005',
      },
    ],
  },
  {
    format: 'google',
    what: 'an entry whose impact only its newest update tells',
    status: 'partial_outage',
    incidents: ['w1 investigating major 2026-11-22T08:00:00Z'],
    document: [
      {
        id: 'w1',
        begin: '2026-11-22T08:00:00+00:00',
        end: null,
        external_desc: 'Requests fail',
        currently_affected_products: [{ title: 'Gemini', id: 'x' }],
        most_recent_update: { status: 'SERVICE_DISRUPTION', text: 'x' },
        service_name: 'Multiple Products',
      },
    ],
  },
  {
    format: 'heroku',
    what: 'version 3, with an issue of one of its two systems',
    status: 'degraded_performance',
    components: ['Development degraded_performance'],
    incidents: ['5 investigating minor 2026-11-22T08:00:00Z'],
    document: {
      status: { Production: 'green', Development: 'yellow' },
      issues: [
        {
          id: 5,
          title: 'Builds are slow',
          resolved: false,
          upcoming: false,
          created_at: '2026-11-22T08:00:00Z',
          updated_at: '2026-11-22T08:10:00Z',
          full_url: 'https://status.heroku.com/incidents/5',
          status_dev: 'yellow',
          status_prod: 'green',
        },
        { id: 6, title: 'Later', upcoming: true, created_at: '2026-11-23T08:00:00Z' },
      ],
    },
  },
  {
    format: 'heroku',
    what: 'version 3, all well',
    status: 'operational',
    document: { status: { Production: 'green', Development: 'green' }, issues: [] },
  },
  {
    format: 'slack',
    what: 'an outage and a notice',
    status: 'major_outage',
    incidents: [
      '2 investigating critical 2026-11-22T08:30:00Z',
      '1 investigating minor 2026-11-22T08:00:00Z',
    ],
    document: {
      status: 'active',
      date_created: '2026-11-22T00:30:00-08:00',
      date_updated: '2026-11-22T00:30:00-08:00',
      active_incidents: [
        {
          id: 2,
          title: 'Nothing loads',
          type: 'outage',
          status: 'active',
          date_created: '2026-11-22T00:30:00-08:00',
          services: ['Messaging'],
        },
        {
          id: 1,
          title: 'SMS is late',
          type: 'notice',
          status: 'active',
          date_created: '2026-11-22T00:00:00-08:00',
          services: ['Login/SSO'],
        },
      ],
    },
  },
  {
    format: 'slack',
    what: 'nothing but work that is announced',
    status: 'operational',
    document: {
      status: 'active',
      date_updated: '2026-11-22T00:30:00-08:00',
      active_incidents: [{ id: 3, title: 'Upgrade', type: 'maintenance', status: 'scheduled' }],
    },
  },
  {
    format: 'apple',
    what: 'work on several services, over for one of them',
    status: 'under_maintenance',
    components: ['Videos under_maintenance', 'Forums under_maintenance'],
    incidents: ['20 identified maintenance 2026-11-22T08:00:00Z'],
    maintenances: ['20 2026-11-22T08:00:00Z null'],
    document: {
      services: [
        appleService('Downloads', work('completed', 1_795_336_200_000)),
        appleService('Videos', work('ongoing', null)),
        appleService('Forums', work('ongoing', null)),
      ],
    },
  },
  {
    format: 'apple',
    what: 'events of a copy, which have no type and count from 2001',
    status: 'degraded_performance',
    components: ['School Manager degraded_performance'],
    incidents: [
      '2026-11-22T08:00:00Z School Manager: It may be slow. investigating minor 2026-11-22T08:00:00Z',
    ],
    document: {
      services: [
        appleService('School Manager', {
          message: 'It may be slow.',
          eventStatus: 'ongoing',
          epochStartDate: 817_027_200,
          epochEndDate: null,
        }),
        appleService('Siri'),
      ],
    },
  },
];

import type { SamplePage } from './sample-page.js';

const m365Post = (ServiceDisplayName: string, Status: string, changes: object = {}): object => ({
  Id: '00000000-0000-0000-0000-000000000000',
  AuthoredDateTime: '0001-01-01T00:00:00+00:00',
  InternalDateTime: '2026-11-22T08:52:55+00:00',
  LastUpdatedTime: '2026-11-22T09:00:00.490309+00:00',
  Title: '',
  Message: '',
  ServiceDisplayName,
  ServiceWorkloadName: ServiceDisplayName.replaceAll(' ', ''),
  Status,
  ...changes,
});

const m365Trouble = {
  Id: '972a3801-cef4-49eb-817a-6e8b79ac845a',
  AuthoredDateTime: '2026-11-22T08:00:00+00:00',
  Title: "Some users can't sign in",
};

const devops = (health: string, boardsInEurope: string): object => ({
  lastUpdated: '2026-11-22T08:59:00.000Z',
  status: { health, message: 'Everything is looking good' },
  services: ['Boards', 'Repos'].map((id) => ({
    id,
    geographies: [
      { id: 'US', name: 'United States', health: 'healthy' },
      { id: 'EU', name: 'Europe', health: id === 'Boards' ? boardsInEurope : 'healthy' },
    ],
  })),
});

/** Calm and trouble on the pages of Microsoft 365 and Azure DevOps. */
export const MICROSOFT_SAMPLES: readonly SamplePage[] = [
  {
    format: 'microsoft-365',
    what: 'every service works, one again',
    status: 'operational',
    document: [
      m365Post('Outlook.com', 'Operational'),
      m365Post('OneDrive', 'Available'),
      m365Post('Microsoft Copilot', 'Service restored', m365Trouble),
    ],
  },
  {
    format: 'microsoft-365',
    what: 'a service is degraded',
    status: 'degraded_performance',
    components: ['Outlook.com degraded_performance'],
    incidents: ['972a3801-cef4-49eb-817a-6e8b79ac845a investigating minor 2026-11-22T08:00:00Z'],
    document: [
      m365Post('OneDrive', 'Operational'),
      m365Post('Outlook.com', 'Service degradation', m365Trouble),
    ],
  },
  {
    format: 'microsoft-365',
    what: 'the word for not knowing',
    status: 'unknown',
    components: ['OneDrive unknown'],
    document: [m365Post('Outlook.com', 'Operational'), m365Post('OneDrive', 'Unknown')],
  },
  {
    format: 'azure-devops',
    what: 'all is healthy',
    status: 'operational',
    document: devops('healthy', 'healthy'),
  },
  {
    format: 'azure-devops',
    what: 'one service is degraded in one geography',
    status: 'degraded_performance',
    components: ['Boards degraded_performance', 'Boards: Europe degraded_performance'],
    document: devops('degraded', 'degraded'),
  },
  {
    format: 'azure-devops',
    what: 'one service is unhealthy in one geography',
    status: 'partial_outage',
    components: ['Boards partial_outage', 'Boards: Europe major_outage'],
    document: devops('unhealthy', 'unhealthy'),
  },
  {
    format: 'azure-devops',
    what: 'an advisory that the headline does not tell',
    status: 'degraded_performance',
    indicator: 'unknown',
    components: ['Boards degraded_performance', 'Boards: Europe degraded_performance'],
    document: devops('unknown', 'advisory'),
  },
];

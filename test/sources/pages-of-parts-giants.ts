import type { PageOfParts } from './pages-of-parts.js';

/** A page of every large vendor's format that lists parts which can be out. */
export const GIANT_PAGES_OF_PARTS: readonly PageOfParts[] = [
  {
    format: 'playstation',
    partName: (name) => `${name} (GB)`,
    make: (parts) => ({
      regionName: 'SCEE',
      status: [],
      countries: [
        {
          countryCode: 'GB',
          status: [],
          services: parts.map(({ name, out }) => ({
            serviceName: name,
            status: out
              ? [{ statusId: name, statusType: 'Outage', startDate: '2026-11-22T08:00:00.000Z' }]
              : [],
            resources: [],
          })),
        },
      ],
    }),
  },
  {
    format: 'xbox',
    partName: (name) => `Games: ${name}`,
    make: (parts) => ({
      Status: {
        Overall: { State: parts.some(({ out }) => out) ? 'Unavailable' : 'None' },
      },
      CoreServices: [
        {
          Id: 24,
          Name: 'Games',
          Status: { Name: parts.some(({ out }) => out) ? 'Unavailable' : 'None' },
          Scenarios: parts.map(({ name, out }, Id) => ({
            Id,
            Name: name,
            Status: { Name: out ? 'Unavailable' : 'None' },
          })),
        },
      ],
      Titles: [],
    }),
  },
  {
    format: 'salesforce',
    make: (parts) =>
      parts.map(({ name, out }) => ({
        key: name,
        isActive: true,
        status: out ? 'MAJOR_INCIDENT_CORE' : 'OK',
        Incidents: [],
      })),
  },
  {
    format: 'azure-devops',
    partName: (name) => `Repos: ${name}`,
    make: (parts) => ({
      status: { health: parts.some(({ out }) => out) ? 'unhealthy' : 'healthy' },
      services: [
        {
          id: 'Repos',
          geographies: parts.map(({ name, out }) => ({
            id: name,
            name,
            health: out ? 'unhealthy' : 'healthy',
          })),
        },
      ],
    }),
  },
  {
    format: 'oracle-cloud',
    partName: (name) => `${name}: UK South (London)`,
    make: (parts) => ({
      realm: 'OC1',
      regionHealthReports: [
        {
          regionName: 'UK South (London)',
          serviceHealthReports: parts.map(({ name, out }) => ({
            serviceName: name,
            serviceStatus: out ? 'ServiceDown' : 'NormalPerformance',
            incidents: out ? [{ incidentId: name, severity: 'ServiceDown' }] : [],
          })),
        },
      ],
    }),
  },
];

import type { SamplePage } from './sample-page.js';
import { MICROSOFT_SAMPLES } from './samples-microsoft.js';
import { ZENDESK_SAMPLES } from './samples-zendesk.js';

const sfIncident = (changes: object = {}): object => ({
  id: 20_004_999,
  externalId: '93999999',
  isCore: true,
  affectsAll: false,
  serviceKeys: ['coreService'],
  instanceKeys: ['NA224'],
  message: { rootCause: null, actionPlan: null },
  IncidentImpacts: [
    {
      id: 2,
      startTime: '2026-11-22T08:00:00.000Z',
      endTime: null,
      type: 'serviceDisruption',
      severity: 'major',
    },
  ],
  IncidentEvents: [
    { id: 2, type: 'update', message: 'We know.', createdAt: '2026-11-22T08:10:00.000Z' },
  ],
  createdAt: '2026-11-22T08:05:00.000Z',
  updatedAt: '2026-11-22T08:20:00.000Z',
  ...changes,
});

const sfInstance = (key: string, status: string, changes: object = {}): object => ({
  key,
  location: 'NA',
  environment: 'production',
  releaseVersion: "Winter '27",
  status,
  isActive: true,
  Incidents: [],
  Maintenances: [],
  ...changes,
});

const sfMaintenance = (plannedStartTime: string): object => ({
  id: 7,
  name: 'Winter release',
  plannedStartTime,
  plannedEndTime: '2026-11-22T10:00:00.000Z',
});

const ociReport = (serviceName: string, serviceStatus: string, severity?: string): object => ({
  serviceId: '1-2-3',
  serviceName,
  serviceCanonicalName: serviceName.toLowerCase(),
  serviceCategoryId: '4-5-6',
  serviceCategoryName: 'Cloud Services',
  serviceStatus,
  incidents: severity ? [{ incidentId: 'ocid1.oraclecloudincident.a', severity }] : [],
});

const oci = (...ashburn: readonly object[]): object => ({
  realm: 'OC1',
  regionHealthReports: [
    {
      regionId: '1',
      regionName: 'US East (Ashburn)',
      regionCanonicalName: 'us-ashburn-1',
      geographicAreaName: 'North America',
      serviceHealthReports: ashburn,
    },
    {
      regionId: '2',
      regionName: 'US West (Phoenix)',
      regionCanonicalName: 'us-phoenix-1',
      geographicAreaName: 'North America',
      serviceHealthReports: [ociReport('Compute', 'NormalPerformance')],
    },
  ],
});

/** Calm and trouble on the pages of Salesforce, Microsoft, Oracle and Zendesk. */
export const GIANT_SAMPLES: readonly SamplePage[] = [
  ...MICROSOFT_SAMPLES,
  {
    format: 'salesforce',
    what: 'instances that work, one that is gone, and a resolved incident',
    status: 'operational',
    incidents: ['20004999 resolved major 2026-11-22T08:00:00Z 2026-11-22T08:20:00Z'],
    maintenances: ['7 2026-11-22T09:30:00Z 2026-11-22T10:00:00Z'],
    document: [
      sfInstance('NA224', 'OK', { Incidents: [sfIncident({ status: 'Resolved' })] }),
      sfInstance('AP15', 'INFORMATIONAL_CORE', {
        Maintenances: [sfMaintenance('2026-11-22T09:30:00.000Z')],
      }),
      sfInstance('NA1', 'MAJOR_INCIDENT_CORE', { isActive: false }),
    ],
  },
  {
    format: 'salesforce',
    what: 'a major incident of the core on two of five instances',
    status: 'partial_outage',
    components: ['NA224 major_outage', 'NA225 major_outage'],
    incidents: ['20004999 investigating major 2026-11-22T08:00:00Z'],
    document: [
      sfInstance('NA224', 'MAJOR_INCIDENT_CORE', { Incidents: [sfIncident()] }),
      sfInstance('NA225', 'MAJOR_INCIDENT_CORE', { Incidents: [sfIncident()] }),
      ...['AP15', 'AP16', 'AP17'].map((key) => sfInstance(key, 'OK')),
    ],
  },
  {
    format: 'salesforce',
    what: 'a minor incident, and an instance in an unknown state',
    status: 'degraded_performance',
    components: ['NA224 degraded_performance', 'AP15 unknown'],
    document: [sfInstance('NA224', 'MINOR_INCIDENT_NONCORE'), sfInstance('AP15', 'WOBBLY')],
  },
  {
    format: 'salesforce',
    what: 'an instance under maintenance',
    status: 'under_maintenance',
    components: ['NA224 under_maintenance'],
    incidents: ['7 identified maintenance 2026-11-22T08:30:00Z'],
    maintenances: ['7 2026-11-22T08:30:00Z 2026-11-22T10:00:00Z'],
    document: [
      sfInstance('NA224', 'MAINTENANCE_CORE', {
        Maintenances: [sfMaintenance('2026-11-22T08:30:00.000Z')],
      }),
      sfInstance('AP15', 'OK'),
    ],
  },
  {
    format: 'salesforce',
    what: 'the list of open incidents, one of them mitigated',
    status: 'partial_outage',
    incidents: [
      '20005000 monitoring minor 2026-11-22T08:30:00Z',
      '20004999 investigating major 2026-11-22T08:00:00Z',
    ],
    document: [
      sfIncident({ status: 'Active' }),
      sfIncident({
        id: 20_005_000,
        status: 'Active',
        IncidentImpacts: [
          {
            startTime: '2026-11-22T08:30:00.000Z',
            endTime: '2026-11-22T08:50:00.000Z',
            type: 'featurePerfDegradation',
            severity: 'minor',
          },
        ],
      }),
    ],
  },
  {
    format: 'oracle-cloud',
    what: 'normal performance, and an information',
    status: 'operational',
    incidents: ['ocid1.oraclecloudincident.a investigating none'],
    document: oci(
      ociReport('Compute', 'NormalPerformance', 'Informational'),
      ociReport('Console', 'Informational'),
    ),
  },
  {
    format: 'oracle-cloud',
    what: 'a disruption of one service in one region',
    status: 'partial_outage',
    components: ['US East (Ashburn) partial_outage', 'Compute: US East (Ashburn) partial_outage'],
    incidents: ['ocid1.oraclecloudincident.a investigating major'],
    document: oci(
      ociReport('Compute', 'ServiceDisruption', 'ServiceDisruption'),
      ociReport('Console', 'NormalPerformance'),
    ),
  },
  {
    format: 'oracle-cloud',
    what: 'a service is down in one region, in the words of the documentation',
    status: 'partial_outage',
    components: ['US East (Ashburn) partial_outage', 'Compute: US East (Ashburn) major_outage'],
    incidents: ['ocid1.oraclecloudincident.a investigating critical'],
    document: oci(
      ociReport('Compute', 'Service Down', 'Service Down'),
      ociReport('Console', 'Normal Performance'),
    ),
  },
  ...ZENDESK_SAMPLES,
];

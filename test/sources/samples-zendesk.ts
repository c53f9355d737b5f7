import type { SamplePage } from './sample-page.js';

const zdIncident = (attributes: object): object => ({
  id: '247',
  type: 'incident',
  attributes: {
    degradation: true,
    impact: 'minor',
    outage: false,
    postmortem: '',
    resolved_at: null,
    started_at: '2026-11-22T08:00:00.000Z',
    status: 'investigating',
    title: 'Chats are late',
    ...attributes,
  },
  relationships: {
    incident_updates: { data: [{ id: '7', type: 'incident_update' }] },
    incident_services: { data: [{ id: '8', type: 'incident_service' }] },
  },
});

const zdIncluded = (link: object): readonly object[] => [
  {
    id: '7',
    type: 'incident_update',
    attributes: { created_at: '2026-11-22T08:13:00.000Z', description: 'We know.' },
  },
  {
    id: '8',
    type: 'incident_service',
    attributes: { degradation: true, outage: false, resolved_at: null, ...link },
    relationships: { service: { data: { id: '9', type: 'service' } } },
  },
  { id: '9', type: 'service', attributes: { name: 'Chat', slug: 'chat' } },
];

const zdMaintenance = (start: string): object => ({
  id: '300',
  type: 'incident',
  attributes: {
    degradation: false,
    impact: 'no impact',
    outage: false,
    title: 'Database work',
    maintenance_article: 'https://support.zendesk.com/hc/en-us/articles/1',
    maintenance_start_time: start,
    maintenance_end_time: '2026-11-22T10:00:00.000Z',
  },
});

/** Calm and trouble on Zendesk's page. */
export const ZENDESK_SAMPLES: readonly SamplePage[] = [
  {
    format: 'zendesk',
    what: 'no open incident',
    status: 'operational',
    document: { data: [], included: [] },
  },
  {
    format: 'zendesk',
    what: 'work that is announced',
    status: 'operational',
    maintenances: ['300 2026-11-22T09:30:00Z 2026-11-22T10:00:00Z'],
    document: { data: [zdMaintenance('2026-11-22T09:30:00.000Z')], included: [] },
  },
  {
    format: 'zendesk',
    what: 'work that is under way',
    status: 'under_maintenance',
    incidents: ['300 identified maintenance 2026-11-22T08:30:00Z'],
    maintenances: ['300 2026-11-22T08:30:00Z 2026-11-22T10:00:00Z'],
    document: { data: [zdMaintenance('2026-11-22T08:30:00.000Z')], included: [] },
  },
  {
    format: 'zendesk',
    what: 'a degradation, "no impact" as yet',
    status: 'degraded_performance',
    components: ['Chat degraded_performance'],
    incidents: ['247 investigating minor 2026-11-22T08:00:00Z'],
    document: { data: [zdIncident({ impact: 'no impact' })], included: zdIncluded({}) },
  },
  {
    format: 'zendesk',
    what: 'an outage that is critical',
    status: 'major_outage',
    components: ['Chat major_outage'],
    incidents: ['247 investigating critical 2026-11-22T08:00:00Z'],
    document: {
      data: [zdIncident({ impact: 'critical', outage: true })],
      included: zdIncluded({ outage: true }),
    },
  },
];

import type { CatalogService } from '../../src/catalog/load-catalog.js';

/** A small service with four categories; a test changes what it is about. */
export const makeService = (changes: Partial<CatalogService> = {}): CatalogService => ({
  id: 'kik',
  name: 'Kik',
  kind: 'Messaging app',
  aliases: ['kik messenger'],
  url: 'https://kik.com/',
  checks: [],
  expectedReportsPerHour: 4,
  categories: [
    { id: 'messages', label: 'Messages not sending', description: 'Texts stay on their way.' },
    { id: 'login', label: 'Login & authentication' },
    { id: 'feed', label: 'Feed & content not loading' },
    { id: 'app', label: 'App & website errors' },
  ],
  guide: {
    about: 'A messenger.',
    steps: [{ id: 'restart', title: 'Restart the app', text: 'Close it and open it again.' }],
    faq: [{ question: 'Is it down?', answer: 'See above.' }],
  },
  incidents: [
    {
      id: 'kik-2019',
      title: 'Several hours without messages',
      impact: 'major',
      startedAt: '2019-11-25T13:00:00Z',
      endedAt: '2019-11-25T18:00:00Z',
    },
  ],
  related: [],
  ...changes,
});

/** A catalogue of the services given, by id. */
export const makeCatalog = (...services: CatalogService[]): Map<string, CatalogService> =>
  new Map(services.map((service) => [service.id, service]));

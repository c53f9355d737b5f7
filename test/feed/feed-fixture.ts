import type { Feed } from '../../src/feed/index.js';

/** A feed with every field of the format in it, optional ones included. A new object each time. */
export const fullFeed = (): Feed => ({
  version: 1,
  generatedAt: '2026-11-22T09:00:00Z',
  maxAgeSeconds: 300,
  service: { id: 'kik', name: 'Kik', kind: 'Messaging app', url: 'https://kik.com/' },
  status: 'partial_outage',
  since: '2026-11-22T08:35:00Z',
  verdict: 'community_only',
  community: {
    status: 'partial_outage',
    reportCount: 184,
    recoveredCount: 14,
    typicalCount: 12.5,
    windowSeconds: 3600,
    reports: 'open',
    series: {
      startAt: '2026-11-22T08:00:00Z',
      stepSeconds: 900,
      counts: [0, 2, 40, 142],
      typical: [1, 1.5, 2, 2],
    },
    categories: [
      {
        id: 'messages',
        label: 'Messages not sending',
        description: 'Messages stay on the way.',
        reportCount: 120,
        share: 0.65,
      },
      { id: 'login', label: 'Login & authentication', reportCount: 64, share: 0.35 },
    ],
  },
  official: {
    status: 'operational',
    indicator: 'operational',
    affected: { count: 1, total: 63, names: ['Frankfurt'] },
    unknownReason: 'lists_nothing',
    name: 'Kik status',
    url: 'https://status.example/',
    checkedAt: '2026-11-22T08:59:30Z',
    incidents: [
      {
        id: 'api',
        title: 'API errors',
        status: 'monitoring',
        impact: 'minor',
        startedAt: '2026-11-22T07:00:00.123Z',
        endedAt: null,
        source: 'official',
        url: 'https://status.example/incidents/api',
      },
    ],
  },
  reachability: {
    status: 'unreachable',
    checkedAt: '2026-11-22T08:59:45Z',
    since: '2026-11-22T08:40:00Z',
    medianMs: 120,
    url: 'https://kik.com/',
    failure: 'timeout',
  },
  incidents: [
    {
      id: '2019-11',
      title: 'Messages were not delivered',
      status: 'resolved',
      impact: 'major',
      startedAt: '2019-11-25T13:00:00Z',
      endedAt: '2019-11-25T18:00:00Z',
      source: 'archive',
      url: 'https://status.example/2019',
    },
  ],
  guide: {
    about: 'Kik is a messaging app.',
    steps: [{ id: 'restart', title: 'Restart the app', text: 'Close it and open it again.' }],
    faq: [{ question: 'Is Kik shut down?', answer: 'No.' }],
  },
  related: [{ id: 'discord', name: 'Discord', status: 'operational' }],
});

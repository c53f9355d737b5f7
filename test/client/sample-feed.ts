import type { Feed } from '../../src/feed/index.js';

/** A small valid feed of a feed server, made at 09:00. */
export const sampleFeed = (changes: Partial<Feed> = {}): Feed => ({
  version: 1,
  generatedAt: '2026-11-22T09:00:00Z',
  maxAgeSeconds: 300,
  service: { id: 'kik', name: 'Kik' },
  status: 'operational',
  since: null,
  verdict: 'all_clear',
  community: {
    status: 'operational',
    reportCount: 3,
    typicalCount: 4,
    windowSeconds: 3600,
    series: { startAt: '2026-11-21T09:00:00Z', stepSeconds: 900, counts: [], typical: [] },
    categories: [{ id: 'messages', label: 'Messages not sending', reportCount: 3, share: 1 }],
  },
  official: null,
  incidents: [],
  related: [],
  ...changes,
});

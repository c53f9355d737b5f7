import { parseFeed, type Feed } from '../../src/feed/index.js';

/** When the feed of these tests was made, epoch milliseconds. */
export const FEED_AT_MS = Date.parse('2026-11-22T09:00:00Z');

/** Reports of 24 hours in quarters: calm, then a surge at the end. */
export const surgeCounts = (): number[] =>
  Array.from({ length: 96 }, (_, index) => (index < 90 ? index % 3 : (index - 89) * 9));

const isoBefore = (minutes: number): string =>
  new Date(FEED_AT_MS - minutes * 60_000).toISOString();

/**
 * A feed of a service with a partial outage that its vendor does not show: everything the live section can show is in
 * it. A new object each time.
 *
 * @param changes Replaces whole top-level fields.
 */
export function liveFeed(changes: Partial<Feed> = {}): Feed {
  return parseFeed({
    version: 1,
    generatedAt: isoBefore(0),
    maxAgeSeconds: 300,
    service: { id: 'kik', name: 'Kik' },
    status: 'partial_outage',
    since: isoBefore(25),
    verdict: 'community_only',
    community: {
      status: 'partial_outage',
      reportCount: 184,
      typicalCount: 12,
      windowSeconds: 3600,
      series: {
        startAt: isoBefore(24 * 60),
        stepSeconds: 900,
        counts: surgeCounts(),
        typical: Array.from({ length: 96 }, (_, index) => 1 + (index % 8) / 4),
      },
      categories: [
        {
          id: 'messages',
          label: 'Messages not sending',
          description: 'Messages stay on “sending”, or never arrive at the other side.',
          reportCount: 120,
          share: 0.65,
        },
        { id: 'login', label: 'Login & authentication', reportCount: 40, share: 0.22 },
        { id: 'feed', label: 'Feed & content not loading', reportCount: 20, share: 0.11 },
        { id: 'app', label: 'App & website errors', reportCount: 4, share: 0.02 },
      ],
    },
    official: {
      status: 'operational',
      name: 'Kik status',
      url: 'https://status.kik.example/',
      checkedAt: isoBefore(2),
      incidents: [],
    },
    incidents: [
      {
        id: 'now',
        title: 'Many reports of messages not sending',
        status: 'investigating',
        impact: 'major',
        startedAt: isoBefore(25),
        endedAt: null,
        source: 'community',
      },
      {
        id: '2019',
        title: 'Messages were not delivered',
        status: 'resolved',
        impact: 'critical',
        startedAt: '2019-11-25T13:00:00Z',
        endedAt: '2019-11-25T18:00:00Z',
        source: 'archive',
        url: 'https://www.history.example/kik',
      },
    ],
    guide: {
      about: 'Kik is a messenger for phones, known for user names instead of phone numbers.',
      steps: [
        {
          id: 'restart',
          title: 'Restart the phone',
          text: 'It ends what hangs in the background.',
        },
        { id: 'update', title: 'Update the app', text: 'Old versions may be refused.' },
        { id: 'other', title: 'Try another network', text: 'Switch from Wi-Fi to mobile data.' },
      ],
      faq: [{ question: 'Does Kik delete my messages?', answer: 'No, they stay on the phone.' }],
    },
    related: [
      { id: 'discord', name: 'Discord', status: 'operational' },
      { id: 'whatsapp', name: 'WhatsApp', status: 'degraded_performance' },
    ],
    ...changes,
  });
}

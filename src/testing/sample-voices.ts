import type { Community, Incident, Official, Status, Reachability } from '../feed/index.js';
import { toTimestamp } from '../sources/timestamp.js';
import { SAMPLE_CATEGORIES } from './sample-texts.js';

const STEP_SECONDS = 900;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Reports per quarter of an hour in a calm day, one digit each. */
const CALM_DAY =
  '001000000000102011000111000101022112142314210011122120120132411000100012000021000101000020001103';
const STEPS_IN_DAY = CALM_DAY.length;

/** What users report. */
export type CommunityStatus =
  | 'operational'
  | 'degraded_performance'
  | 'partial_outage'
  | 'major_outage';

interface Surge {
  /** Reports of the last hour by category. */
  readonly counts: readonly number[];
  /** Reports in the last steps of the day. */
  readonly newest: readonly number[];
  /** Since when, and what of. Times are minutes ago. */
  readonly incident?: { title: string; impact: Incident['impact']; from: number; to?: number };
}

const SURGES: Readonly<Record<CommunityStatus | 'recovering', Surge>> = {
  operational: { counts: [2, 1, 1, 1], newest: [] },
  degraded_performance: {
    counts: [11, 3, 4, 2],
    newest: [9, 7, 5],
    incident: { title: 'More reports than usual: messages', impact: 'minor', from: 12 },
  },
  partial_outage: {
    counts: [120, 38, 20, 6],
    newest: [44, 64, 75, 69, 40],
    incident: { title: 'Many reports: messages are not sent', impact: 'major', from: 25 },
  },
  major_outage: {
    counts: [1240, 602, 388, 175],
    newest: [117, 204, 314, 444, 566, 660, 694, 662, 566],
    incident: { title: 'Very many reports: everything fails', impact: 'critical', from: 60 },
  },
  recovering: {
    counts: [28, 9, 6, 3],
    newest: [44, 64, 75, 69, 40, 24, 15, 7],
    incident: { title: 'Many reports: messages are not sent', impact: 'major', from: 115, to: 20 },
  },
};

const VENDOR_INCIDENTS: Readonly<
  Record<Status, (Pick<Incident, 'title' | 'status' | 'impact'> & { from: number }) | undefined>
> = {
  unknown: undefined,
  operational: undefined,
  degraded_performance: {
    title: 'Sign-in is slow in Europe',
    status: 'identified',
    impact: 'minor',
    from: 35,
  },
  partial_outage: {
    title: 'Messages are delivered late or not at all',
    status: 'identified',
    impact: 'major',
    from: 18,
  },
  major_outage: {
    title: 'The service cannot be reached',
    status: 'investigating',
    impact: 'critical',
    from: 45,
  },
  under_maintenance: {
    title: 'Planned work on message storage',
    status: 'monitoring',
    impact: 'maintenance',
    from: 20,
  },
};

/** What users report, and the incidents made of it. */
export function sampleCommunity(
  surge: CommunityStatus | 'recovering',
  nowMs: number,
): { community: Community; incidents: Incident[] } {
  const { counts, newest, incident } = SURGES[surge];
  const ago = (minutes: number) => toTimestamp(nowMs - minutes * MINUTE_MS);
  const reportCount = counts.reduce((sum, count) => sum + count, 0);
  const calm = Array.from(CALM_DAY, Number).slice(0, STEPS_IN_DAY - newest.length);
  // Fewest at night, and three times as many twelve hours later.
  const usual = (step: number) => 1 - Math.cos(((step - 2) / STEPS_IN_DAY) * 2 * Math.PI) / 2;
  return {
    community: {
      status: surge === 'recovering' ? 'operational' : surge,
      reportCount,
      typicalCount: 4.2,
      windowSeconds: 3600,
      series: {
        startAt: toTimestamp(nowMs - DAY_MS),
        stepSeconds: STEP_SECONDS,
        counts: [...calm, ...newest],
        typical: calm.concat(newest).map((_count, step) => Number(usual(step).toFixed(1))),
      },
      categories: SAMPLE_CATEGORIES.map((category, index) => {
        const count = counts[index] ?? 0;
        return {
          ...category,
          reportCount: count,
          share: Number((count / reportCount).toFixed(3)),
        };
      }),
    },
    incidents: incident
      ? [
          {
            id: 'live-community',
            title: incident.title,
            status: incident.to === undefined ? 'investigating' : 'resolved',
            impact: incident.impact,
            startedAt: ago(incident.from),
            endedAt: incident.to === undefined ? null : ago(incident.to),
            source: 'community',
          },
        ]
      : [],
  };
}

/** What the vendor's page says. */
export function sampleOfficial(status: Status, name: string, nowMs: number): Official {
  const incident = VENDOR_INCIDENTS[status];
  const url = 'https://status.example/';
  return {
    status,
    name: `${name} status`,
    url,
    checkedAt: toTimestamp(nowMs - 40_000),
    incidents: incident
      ? [
          {
            id: 'live-official',
            title: incident.title,
            status: incident.status,
            impact: incident.impact,
            startedAt: toTimestamp(nowMs - incident.from * MINUTE_MS),
            endedAt: null,
            source: 'official',
            url,
          },
        ]
      : [],
  };
}

/**
 * What the server sees that asks the service itself.
 *
 * @param url The address that it asks.
 * @param nowMs Epoch milliseconds; it asked 20 seconds before.
 */
export function sampleReachability(
  status: 'reachable' | 'unreachable',
  url: string,
  nowMs: number,
): Reachability {
  const answers = status === 'reachable';
  return {
    status,
    checkedAt: toTimestamp(nowMs - 20_000),
    since: toTimestamp(nowMs - (answers ? 600 : 12) * MINUTE_MS),
    medianMs: answers ? 84 : null,
    url,
    ...(answers ? {} : { failure: 'timeout' }),
  };
}

import type { Feed, Status } from '../feed/index.js';
import { relateVoices, worseStatus } from '../model/verdict.js';
import { toTimestamp } from '../sources/timestamp.js';
import { SAMPLE_RELATED, sampleArchive, sampleGuide } from './sample-texts.js';
import {
  sampleCommunity,
  sampleOfficial,
  sampleReachability,
  type CommunityStatus,
} from './sample-voices.js';

const HOUR_MS = 3_600_000;
/** A stale sample is this old, and its problem an hour older. */
const STALE_MS = 3 * HOUR_MS;
const CALM_SINCE_MS = 9 * 24 * HOUR_MS;

/** What each side says; `null` where there is none. */
interface Voices {
  readonly community: CommunityStatus | 'recovering' | null;
  readonly official: Status | null;
  /** Left out where the server does not ask the service. */
  readonly probe?: 'reachable' | 'unreachable';
}

const STATES = {
  operational: { community: 'operational', official: 'operational' },
  degraded_performance: { community: 'degraded_performance', official: 'operational' },
  partial_outage: { community: 'partial_outage', official: 'operational' },
  major_outage: { community: 'major_outage', official: 'operational' },
  under_maintenance: { community: 'operational', official: 'under_maintenance' },
  unknown: { community: null, official: null },
  confirmed: { community: 'partial_outage', official: 'partial_outage' },
  official_only: { community: 'operational', official: 'degraded_performance' },
  recovering: { community: 'recovering', official: 'operational' },
  stale: { community: 'major_outage', official: 'operational' },
  reports_paused: { community: 'operational', official: 'operational' },
  without_official: { community: 'operational', official: null },
  without_reports: { community: null, official: 'operational' },
  reachable: { community: 'partial_outage', official: 'operational', probe: 'reachable' },
  unreachable: { community: 'operational', official: 'operational', probe: 'unreachable' },
} as const satisfies Record<string, Voices>;

/** Name of a sample, see {@link SAMPLE_STATES}. */
export type SampleState = keyof typeof STATES;

/**
 * The names of the samples. The six statuses: of the three problems, users report them and the vendor's page says that
 * all is well. `confirmed`: both say partial outage. `official_only`: only the vendor's page does. `recovering`: operational
 * again, with many reports still in the last hour. `stale`: three hours old. `reports_paused`: the server takes none.
 * `without_official`: no vendor's page. `without_reports`: a vendor's page alone, as read without a feed server.
 * `reachable`: users report a partial outage, and the service answers the server's own check. `unreachable`: it does not, and
 * nobody reports it.
 */
export const SAMPLE_STATES = Object.keys(STATES) as readonly SampleState[];

/** Options of {@link sampleFeed}. */
export interface SampleOptions {
  /** Epoch milliseconds; the present when left out. All times of the feed follow from it. */
  readonly nowMs?: number | undefined;
  /** The service, or its id: the name is then the id with a capital and spaces. Kik when left out. */
  readonly service?: string | Feed['service'] | undefined;
  /** What users report, in place of what the state says; `null`: reports are not counted. */
  readonly community?: CommunityStatus | null | undefined;
  /** What the vendor's page says, in place of what the state says; `null`: there is none. */
  readonly official?: Status | null | undefined;
}

const KIK = { id: 'kik', name: 'Kik', kind: 'Messaging app', url: 'https://kik.com/' };

const readService = (service: string | Feed['service'] = KIK): Feed['service'] => {
  if (typeof service !== 'string') return service;
  return service === KIK.id
    ? KIK
    : {
        id: service,
        name: (service.charAt(0).toUpperCase() + service.slice(1)).replaceAll('-', ' '),
      };
};

/**
 * Makes a feed for tests, as a feed server would send it. The same at every call, but for its times.
 *
 * @param state What it shows; see {@link SAMPLE_STATES}.
 * @returns A new object each time, which `parseFeed` accepts if the service of the options is one that it accepts.
 * @throws {TypeError} For a name that is none.
 */
export function sampleFeed(state: SampleState = 'operational', options: SampleOptions = {}): Feed {
  if (!Object.hasOwn(STATES, state))
    throw new TypeError(`state: ${state as string} is none of ${SAMPLE_STATES.join(', ')}`);
  const voices: Voices = STATES[state];
  const madeAtMs = (options.nowMs ?? Date.now()) - (state === 'stale' ? STALE_MS : 0);
  const service = readService(options.service);

  const surge = options.community === undefined ? voices.community : options.community;
  const reported = surge && sampleCommunity(surge, madeAtMs);
  const community = reported ? reported.community : null;
  if (community && state === 'reports_paused') community.reports = 'paused';
  const page = options.official === undefined ? voices.official : options.official;
  const official = page && sampleOfficial(page, service.name, madeAtMs);

  const voiceStatuses = [community?.status ?? 'unknown', official?.status ?? 'unknown'] as const;
  const status = worseStatus(...voiceStatuses);
  const open = [...(official?.incidents ?? []), ...(reported ? reported.incidents : [])];
  const starts = open.flatMap(({ startedAt, endedAt }) =>
    startedAt !== null && endedAt === null ? [startedAt] : [],
  );
  const [since = status === 'unknown' ? null : toTimestamp(madeAtMs - CALM_SINCE_MS)] =
    starts.toSorted();
  return {
    version: 1,
    generatedAt: toTimestamp(madeAtMs),
    maxAgeSeconds: 300,
    service: { ...service },
    status,
    since,
    verdict: relateVoices(...voiceStatuses),
    community,
    official,
    ...(voices.probe && {
      reachability: sampleReachability(voices.probe, service.url ?? KIK.url, madeAtMs),
    }),
    incidents: [...open, ...sampleArchive(service.id, service.name)],
    guide: sampleGuide(service.name),
    related: SAMPLE_RELATED.filter(({ id }) => id !== service.id).map((other) => ({ ...other })),
  };
}

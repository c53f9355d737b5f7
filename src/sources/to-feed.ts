import type { Feed, Incident, Official } from '../feed/index.js';
import { isProblem } from '../model/severity.js';
import { relateVoices } from '../model/verdict.js';
import { newestFirst } from './newest-first.js';
import { readText } from './read-field.js';
import { toTimestamp } from './timestamp.js';

const DEFAULT_MAX_AGE_SECONDS = 300;
const MOST_INCIDENTS = 10;

/** Options of {@link toFeed}. */
export interface ToFeedOptions {
  /** The service's id; derived from `name` when left out. */
  readonly id?: string;
  readonly name: string;
  /** Time of the feed, epoch milliseconds. */
  readonly nowMs: number;
  /** The feed's `maxAgeSeconds`; 300 when left out. */
  readonly maxAgeSeconds?: number;
}

const toId = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 64)
    .replace(/-$/, '') || 'service';

const oldestStart = ({ status, incidents }: Official): string | null => {
  const explains = ({ status: state, impact }: Incident): boolean =>
    state !== 'resolved' &&
    (isProblem(status) ? impact !== 'none' && impact !== 'maintenance' : impact === 'maintenance');
  if (!isProblem(status) && status !== 'under_maintenance') return null;
  return (
    incidents
      .filter(explains)
      .flatMap(({ startedAt }) => startedAt ?? [])
      .toSorted()[0] ?? null
  );
};

/**
 * Makes a feed from the official side alone.
 *
 * @param official E.g. from `readOfficialPage`.
 * @returns A feed without a community side, so without reports. `since` is the oldest known start of an open incident
 *   that explains the status.
 */
export function toFeed(official: Official, options: ToFeedOptions): Feed {
  const { name, nowMs, maxAgeSeconds = DEFAULT_MAX_AGE_SECONDS } = options;
  return {
    version: 1,
    generatedAt: toTimestamp(nowMs),
    maxAgeSeconds,
    service: {
      id: options.id ?? toId(name),
      name: readText(name, 80) ?? '',
      ...(official.url && { url: official.url }),
    },
    status: official.status,
    since: oldestStart(official),
    verdict: relateVoices('unknown', official.status),
    community: null,
    official,
    incidents: official.incidents.toSorted(newestFirst).slice(0, MOST_INCIDENTS),
    related: [],
  };
}

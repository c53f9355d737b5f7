import {
  makeIncident,
  readMaintenance,
  sortMaintenances,
  type SourceFormat,
  type VendorPage,
} from 'outage-status/sources';
import { DAY_MS } from '../lib/clock.js';
import { NewsFeedDocument, type NewsEntry } from './news-feed-document.js';
import { isStatusiqFeed } from './statusiq-feed.js';
import {
  chooseText,
  isMaintenance,
  readBeginning,
  readSchedule,
  readState,
  splitTitle,
  type NewsState,
  type Schedule,
} from './news-state.js';

/** After this time without an update, an open entry may be over. */
const LONGEST_SILENCE_MS = 14 * DAY_MS;
/** How long an entry without a state makes the page unknown. */
const NEWS_MS = 7 * DAY_MS;

/** Keeps the newest entry of each incident, if titles carry the state and every update is an entry; otherwise all entries. */
const newestUpdates = (entries: readonly NewsEntry[]): readonly NewsEntry[] => {
  const newest = new Map<unknown, NewsEntry>();
  for (const entry of entries) {
    const { words, rest } = splitTitle(entry.title);
    const key = words.length > 0 ? rest.toLowerCase() : entry;
    const known = newest.get(key);
    if (!known || (entry.updatedAtMs ?? 0) > (known.updatedAtMs ?? 0)) newest.set(key, entry);
  }
  return [...newest.values()];
};

type Listed = Pick<VendorPage, 'incidents' | 'maintenances'>;
const NOTHING: Listed = { incidents: [], maintenances: [] };

interface Reading {
  readonly entry: NewsEntry;
  readonly listed: Listed;
  /** Whether no word of the entry is known, or it is open and nothing has been heard of it for long. */
  readonly doubt?: 'not understood' | 'gone silent';
}

/** The state of an entry whose only sign is the time for which it is scheduled. */
const stateBySchedule = (schedule: Schedule, checkedAtMs: number): NewsState | undefined => {
  if (Date.parse(schedule.startsAt) > checkedAtMs) return 'planned';
  if (schedule.endsAt === undefined) return undefined;
  return Date.parse(schedule.endsAt) > checkedAtMs ? 'identified' : 'resolved';
};

/** How long nothing has been heard of an open entry. Scheduled work goes on until its end, if that is known. */
const silenceMs = (
  { updatedAtMs }: NewsEntry,
  schedule: Schedule | undefined,
  checkedAtMs: number,
): number => {
  const endMs = schedule && (schedule.endsAt ? Date.parse(schedule.endsAt) : checkedAtMs);
  return checkedAtMs - Math.max(updatedAtMs ?? checkedAtMs, endMs ?? -Infinity);
};

/** The planned end of work that is over, unless it was over before. */
const endedInTime = (work: Schedule | undefined, checkedAtMs: number): string | undefined =>
  work?.endsAt && Date.parse(work.endsAt) <= checkedAtMs ? work.endsAt : undefined;

const readEntry = (
  entry: NewsEntry,
  checkedAtMs: number,
  silent: NewsState | undefined,
): Reading => {
  const text = chooseText(entry.texts);
  const schedule = readSchedule(text);
  const state =
    readState(entry.title, text) ?? (schedule && stateBySchedule(schedule, checkedAtMs)) ?? silent;
  if (state === undefined) return { entry, listed: NOTHING, doubt: 'not understood' };
  const isOpen = state !== 'resolved' && state !== 'planned';
  if (isOpen && silenceMs(entry, schedule, checkedAtMs) > LONGEST_SILENCE_MS) {
    return { entry, listed: NOTHING, doubt: 'gone silent' };
  }
  const work = isMaintenance(entry.title, text, state) ? schedule : undefined;
  const parts = {
    id: entry.id ?? entry.link,
    title: entry.title,
    begins: [work?.startsAt, readBeginning(text, entry)],
    updates: [entry.updatedAtMs],
    url: entry.link,
  };
  if (work && state !== 'resolved') {
    const planned = { ...parts, ends: [work.endsAt] };
    return { entry, listed: sortMaintenances([readMaintenance(planned, isOpen, checkedAtMs)]) };
  }
  if (state === 'planned') return { entry, listed: NOTHING };
  const incident = makeIncident(
    {
      ...parts,
      status: state,
      // A feed does not contain a severity.
      impact: isMaintenance(entry.title, text, state) ? 'maintenance' : 'minor',
      ends: [endedInTime(work, checkedAtMs), entry.updatedAtMs],
    },
    checkedAtMs,
  );
  return { entry, listed: { incidents: [incident], maintenances: [] } };
};

/**
 * Whether a doubtful entry makes the page unknown. One that was not understood is history once it is old and the feed has
 * gone on in words that are known; without such words, its age alone does not show that it is over.
 */
const makesUnknown = (
  { entry, doubt }: Reading,
  lastUnderstoodMs: number,
  checkedAtMs: number,
): boolean => {
  const atMs = entry.updatedAtMs ?? checkedAtMs;
  const isHistory = checkedAtMs - atMs > NEWS_MS && atMs < lastUnderstoodMs;
  return doubt === 'gone silent' || (doubt === 'not understood' && !isHistory);
};

/** @param silent The state of an entry without one; `undefined` if that is unknown. */
const makeFormat = (
  name: string,
  recognise: (document: NewsFeedDocument) => boolean,
  silent?: NewsState,
): SourceFormat => ({
  name,
  recognise: (document) => document instanceof NewsFeedDocument && recognise(document),
  read(document, { checkedAtMs }) {
    if (!(document instanceof NewsFeedDocument)) throw new TypeError('not recognised before');
    const readings = newestUpdates(document.entries).map((entry) =>
      readEntry(entry, checkedAtMs, silent),
    );
    const lastUnderstoodMs = Math.max(
      ...readings
        .filter(({ doubt }) => doubt !== 'not understood')
        .map(({ entry }) => entry.updatedAtMs ?? -Infinity),
    );
    const isUnknown = readings.some((one) => makesUnknown(one, lastUnderstoodMs, checkedAtMs));
    return {
      name: document.title,
      url: document.link,
      indicator: isUnknown ? 'unknown' : undefined,
      listsProblemsOnly: true,
      components: [],
      incidents: readings.flatMap(({ listed }) => listed.incidents),
      maintenances: readings.flatMap(({ listed }) => listed.maintenances),
    };
  },
});

const isAzure = ({ link }: NewsFeedDocument): boolean =>
  link !== undefined &&
  /^https?:\/\/(?:(?:[\w-]+\.)?azure\.status\.microsoft|status\.azure\.com|azure\.microsoft\.com\/[\w-]+\/status)\b/.test(
    link,
  );

/** Azure, `https://azure.status.microsoft/en-us/status/feed/`, which lists an entry for as long as its incident lasts. */
export const azure = makeFormat('azure', isAzure, 'investigating');

/** RSS or Atom of any other status page, such as the `history.atom` of Statuspage, incident.io and Instatus, and Kener's. */
export const newsFeed = makeFormat(
  'rss-atom',
  (document) => !isAzure(document) && !isStatusiqFeed(document),
);

import type { Incident } from 'outage-status/feed';
import { makeIncident, type SourceFormat, type VendorIncident } from 'outage-status/sources';
import { DAY_MS } from '../lib/clock.js';
import { NewsFeedDocument, type NewsEntry } from './news-feed-document.js';

/** After this time without an update, an open entry may be over. */
const LONGEST_SILENCE_MS = 14 * DAY_MS;
/** How long an entry without a state makes the page unknown. */
const NEWS_MS = 7 * DAY_MS;

type State = Incident['status'] | 'planned';

const STATES: ReadonlyMap<string, State> = new Map([
  ['investigating', 'investigating'],
  ['active', 'investigating'],
  ['identified', 'identified'],
  ['in progress', 'identified'],
  ['monitoring', 'monitoring'],
  ['verifying', 'monitoring'],
  ['mitigated', 'resolved'],
  ['resolved', 'resolved'],
  ['completed', 'resolved'],
  ['postmortem', 'resolved'],
  ['scheduled', 'planned'],
  ['planned maintenance', 'planned'],
  ['maintenance scheduled', 'planned'],
  ['maintenance in progress', 'identified'],
  ['maintenance completed', 'resolved'],
  // AWS's feeds, one for every service.
  ['informational message', 'investigating'],
  ['performance issues', 'investigating'],
  ['service disruption', 'investigating'],
  ['service is operating normally', 'resolved'],
]);
/** States of maintenance only; and states that belong to maintenance if they are in dated updates, as in Statuspage's feeds. */
const OF_MAINTENANCE = /^(?:scheduled|planned maintenance|maintenance )/i;
const OF_DATED_MAINTENANCE = /^(?:in progress|verifying|completed)/i;

const WORD = [...STATES.keys()].join('|');
/** `[RESOLVED] Login fails`, `Resolved: Login fails`, `Service is operating normally: [RESOLVED] Login fails`. */
const STATE_IN_TITLE = new RegExp(`^\\s*(?:\\[(${WORD})\\]|(${WORD})\\s*[:–-])`, 'i');
/** `Nov 22, 08:30 UTC`, above or before an update. */
const STAMP = '([A-Z][a-z]{2}) +(\\d{1,2}), +(\\d\\d:\\d\\d)(?::\\d\\d)? +([A-Z]{2,5})';
/** A line that starts with a state, such as `Resolved - It works again.` and `Status: Resolved`. */
const STATE_IN_TEXT = new RegExp(
  `^(?:status\\s*:\\s*)?(?:${STAMP}\\S*\\s*)?(${WORD})\\b\\s*(?:[-–:.]|$)`,
  'im',
);
const STAMP_AT_START = new RegExp(`^${STAMP}`);
const STAMPS = new RegExp(`\\b${STAMP}`, 'g');

interface Update {
  /** The state's word, as written. */
  readonly word: string;
  /** The time, without a year; empty if missing. */
  readonly stamp: string;
}

/** The states at the start of an entry's title, and the rest of the title. */
const splitTitle = (title: string): { words: readonly string[]; rest: string } => {
  const words: string[] = [];
  let rest = title;
  for (let found = STATE_IN_TITLE.exec(rest); found; found = STATE_IN_TITLE.exec(rest)) {
    words.push(found[1] ?? found[2] ?? '');
    rest = rest.slice(found[0].length);
  }
  return { words, rest: rest.trim() };
};

const HALF_A_YEAR_MS = 182 * DAY_MS;

/** Whether the first of two stamps without years is the earlier one. */
const isEarlier = (first: string, second: string): boolean => {
  const [from, to] = [first, second].map((stamp) => {
    const [, month, day, time] = STAMP_AT_START.exec(stamp) ?? [];
    return Date.parse(`${month} ${day} 2000 ${time} UTC`);
  }) as [number, number];
  const forwardMs = to - from;
  return Math.abs(forwardMs) < HALF_A_YEAR_MS ? forwardMs > 0 : forwardMs < 0;
};

/** The states of the updates in an entry's text, newest first, in whichever order the feed has them. */
const readUpdates = (text: string): readonly Update[] => {
  let stamp = '';
  const updates = text.split('\n').flatMap((line) => {
    stamp = STAMP_AT_START.exec(line)?.[0] ?? stamp;
    const word = STATE_IN_TEXT.exec(line)?.at(-1);
    return word ? [{ word, stamp }] : [];
  });
  const [first, last] = [updates[0], updates.at(-1)];
  return first && last && isEarlier(first.stamp, last.stamp) ? updates.toReversed() : updates;
};

const stateOf = (word: string | undefined): State | undefined =>
  word === undefined ? undefined : STATES.get(word.toLowerCase());

const readState = (
  title: readonly string[],
  updates: readonly Update[],
  rest: string,
): State | undefined => {
  if (title.length > 0) {
    const states = title.map(stateOf);
    return states.includes('resolved') ? 'resolved' : states[0];
  }
  const newest = updates[0];
  // Uptime Kuma lists an entry for every monitor that is down, for as long as it is.
  if (!newest && /\bis down$/i.test(rest)) return 'investigating';
  // Closing an incident may add a note with any other state in the same minute.
  const closes = ({ word, stamp }: Update): boolean =>
    stamp !== '' && stamp === newest?.stamp && stateOf(word) === 'resolved';
  return updates.some(closes) ? 'resolved' : stateOf(newest?.word);
};

/**
 * A state of maintenance only, a line for it (Instatus), or the title marks maintenance. The rest of the text does not,
 * because many faults begin with maintenance.
 */
const isMaintenance = (
  updates: readonly Update[],
  { title, text }: NewsEntry,
  state: State,
): boolean =>
  /^type\s*:\s*maintenance$/im.test(text) ||
  updates.some(
    ({ word, stamp }) =>
      OF_MAINTENANCE.test(word) || (stamp !== '' && OF_DATED_MAINTENANCE.test(word)),
  ) ||
  (/\bmaintenance\b/i.test(title) && state !== 'investigating');

/** When the oldest update in an entry was written. It names no year, so this is the latest year that puts it before the entry. */
const readBeginning = ({ text, updatedAtMs }: NewsEntry): number | undefined => {
  const [, month, day, time, zone] = [...text.matchAll(STAMPS)].at(-1) ?? [];
  if (!month || updatedAtMs === undefined) return undefined;
  const year = new Date(updatedAtMs).getUTCFullYear();
  return [year, year - 1]
    .map((candidate) => Date.parse(`${month} ${day} ${candidate} ${time} ${zone}`))
    .find((atMs) => atMs <= updatedAtMs + DAY_MS);
};

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

interface Reading {
  readonly incidents: readonly VendorIncident[];
  /** True if a recent entry could not be understood. */
  readonly unclear: boolean;
}

const readEntry = (entry: NewsEntry, checkedAtMs: number, silent: State | undefined): Reading => {
  const { words, rest } = splitTitle(entry.title);
  const updates = readUpdates(entry.text);
  const state = readState(words, updates, rest) ?? silent;
  const ageMs = checkedAtMs - (entry.updatedAtMs ?? checkedAtMs);
  if (state === undefined) return { incidents: [], unclear: ageMs <= NEWS_MS };
  if (state === 'planned') return { incidents: [], unclear: false };
  if (state !== 'resolved' && ageMs > LONGEST_SILENCE_MS) return { incidents: [], unclear: true };
  const incident = makeIncident(
    {
      id: entry.id ?? entry.link,
      title: entry.title,
      status: state,
      // A feed does not contain a severity.
      impact: isMaintenance(
        [...words.map((word) => ({ word, stamp: '' })), ...updates],
        entry,
        state,
      )
        ? 'maintenance'
        : 'minor',
      begins: [readBeginning(entry), entry.updatedAtMs],
      ends: [entry.updatedAtMs],
      url: entry.link,
    },
    checkedAtMs,
  );
  return { incidents: [incident], unclear: false };
};

/** @param silent The state of an entry without one; `undefined` if that is unknown. */
const makeFormat = (
  name: string,
  recognise: (document: NewsFeedDocument) => boolean,
  silent?: State,
): SourceFormat => ({
  name,
  recognise: (document) => document instanceof NewsFeedDocument && recognise(document),
  read(document, { checkedAtMs }) {
    if (!(document instanceof NewsFeedDocument)) throw new TypeError('not recognised before');
    const readings = newestUpdates(document.entries).map((entry) =>
      readEntry(entry, checkedAtMs, silent),
    );
    return {
      name: document.title,
      url: document.link,
      indicator: readings.some(({ unclear }) => unclear) ? 'unknown' : undefined,
      listsProblemsOnly: true,
      components: [],
      incidents: readings.flatMap(({ incidents }) => incidents),
      maintenances: [],
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

/** RSS or Atom of any other status page, such as the `history.atom` of Statuspage, incident.io and Instatus. */
export const newsFeed = makeFormat('rss-atom', (document) => !isAzure(document));

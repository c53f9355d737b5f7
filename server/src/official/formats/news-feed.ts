import type { Incident } from 'outage-status/feed';
import { makeIncident, type SourceFormat, type VendorIncident } from 'outage-status/sources';
import { DAY_MS } from '../../clock.js';
import { NewsFeedDocument, type NewsEntry } from './news-feed-document.js';

/** An open entry that nobody has touched for this long is not known to be open still. */
const LONGEST_SILENCE_MS = 14 * DAY_MS;
/** An entry that says nothing of its state counts as news for this long. */
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
]);

const WORD = [...STATES.keys()].join('|');
/** `[RESOLVED] Login fails`, `Resolved: Login fails`. */
const STATE_IN_TITLE = new RegExp(`^\\s*(?:\\[(${WORD})\\]|(${WORD})\\s*[:–-])`, 'i');
/** A line that begins with a state, as `Resolved - It works again.` and `Status: Resolved` do. */
const STATE_IN_TEXT = new RegExp(
  `^(?:status\\s*:\\s*)?(?:\\w{3} \\d{1,2}, \\d\\d:\\d\\d \\w{3,4}\\s*)?(${WORD})\\b\\s*(?:[-–:.]|$)`,
  'im',
);
const MAINTENANCE = /\bmaintenance\b|^(?:in progress|verifying|completed|scheduled)\b\s*[-–:]/im;
const DATED_UPDATE = /\b([A-Z][a-z]{2}) (\d{1,2}), (\d\d:\d\d) UTC/g;

const readState = ({ title, text }: NewsEntry): State | undefined => {
  const inTitle = STATE_IN_TITLE.exec(title);
  const word = inTitle?.[1] ?? inTitle?.[2] ?? STATE_IN_TEXT.exec(text)?.[1];
  return word === undefined ? undefined : STATES.get(word.toLowerCase());
};

/** When the oldest update in an entry was written, which names no year: the latest one that is not after the entry. */
const readBeginning = ({ text, updatedAtMs }: NewsEntry): number | undefined => {
  const [, month, day, time] = [...text.matchAll(DATED_UPDATE)].at(-1) ?? [];
  if (!month || updatedAtMs === undefined) return undefined;
  const year = new Date(updatedAtMs).getUTCFullYear();
  return [year, year - 1]
    .map((candidate) => Date.parse(`${month} ${day} ${candidate} ${time} UTC`))
    .find((atMs) => atMs <= updatedAtMs + DAY_MS);
};

/** Of entries whose titles carry the state, which are one an update, the newest of each; others are one an incident. */
const newestUpdates = (entries: readonly NewsEntry[]): readonly NewsEntry[] => {
  const newest = new Map<unknown, NewsEntry>();
  for (const entry of entries) {
    const name = entry.title.replace(STATE_IN_TITLE, '').trim().toLowerCase();
    const key = STATE_IN_TITLE.test(entry.title) ? name : entry;
    const known = newest.get(key);
    if (!known || (entry.updatedAtMs ?? 0) > (known.updatedAtMs ?? 0)) newest.set(key, entry);
  }
  return [...newest.values()];
};

interface Reading {
  readonly incidents: readonly VendorIncident[];
  /** True when something recent could not be understood. */
  readonly unclear: boolean;
}

const readEntry = (entry: NewsEntry, checkedAtMs: number, silent: State | undefined): Reading => {
  const state = readState(entry) ?? silent;
  const ageMs = checkedAtMs - (entry.updatedAtMs ?? checkedAtMs);
  if (state === undefined) return { incidents: [], unclear: ageMs <= NEWS_MS };
  if (state === 'planned') return { incidents: [], unclear: false };
  if (state !== 'resolved' && ageMs > LONGEST_SILENCE_MS) return { incidents: [], unclear: true };
  const incident = makeIncident(
    {
      id: entry.id ?? entry.link,
      title: entry.title,
      status: state,
      // A feed does not say how bad it is.
      impact: MAINTENANCE.test(`${entry.title}\n${entry.text}`) ? 'maintenance' : 'minor',
      begins: [readBeginning(entry), entry.updatedAtMs],
      ends: [entry.updatedAtMs],
      url: entry.link,
    },
    checkedAtMs,
  );
  return { incidents: [incident], unclear: false };
};

/** @param silent What an entry means that says nothing of its state; `undefined` when that is not known. */
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
  link !== undefined && /^https:\/\/(?:azure\.status\.microsoft|status\.azure\.com)\//.test(link);

/** Azure, `https://azure.status.microsoft/en-us/status/feed/`: an entry is there while its incident goes on. */
export const azure = makeFormat('azure', isAzure, 'investigating');

/** RSS or Atom of any other status page, such as the `history.atom` of Statuspage, incident.io and Instatus. */
export const newsFeed = makeFormat('rss-atom', (document) => !isAzure(document));

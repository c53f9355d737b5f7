import type { Incident } from 'outage-status/feed';
import { readTimestamp } from 'outage-status/sources';
import { DAY_MS } from '../lib/clock.js';
import type { NewsEntry } from './news-feed-document.js';

/** Progress of an incident, or `planned` for maintenance that has not begun. */
export type NewsState = Incident['status'] | 'planned';

const STATES: ReadonlyMap<string, NewsState> = new Map([
  ['investigating', 'investigating'],
  ['active', 'investigating'],
  ['identified', 'identified'],
  ['in progress', 'identified'],
  ['ongoing', 'identified'],
  ['monitoring', 'monitoring'],
  ['verifying', 'monitoring'],
  ['mitigated', 'resolved'],
  ['resolved', 'resolved'],
  ['completed', 'resolved'],
  ['postmortem', 'resolved'],
  ['cancelled', 'resolved'],
  ['canceled', 'resolved'],
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
/** Words that are too common to be a state at the start of any line, and are one after `Status:` or in brackets. */
const LABELLED_STATES: ReadonlyMap<string, NewsState> = new Map([
  ...STATES,
  ['open', 'investigating'],
  // Kener's word for maintenance that begins soon.
  ['ready', 'planned'],
  ['upcoming', 'planned'],
  ['closed', 'resolved'],
  ['fixed', 'resolved'],
]);
/** States of maintenance only; and states that belong to maintenance if they are in dated updates, as in Statuspage's feeds. */
const OF_MAINTENANCE = /^(?:scheduled|planned maintenance|maintenance )/i;
const OF_DATED_MAINTENANCE = /^(?:in progress|verifying|completed)/i;

const WORD = [...STATES.keys()].join('|');
const LABELLED_WORD = [...LABELLED_STATES.keys()].join('|');
/** `[RESOLVED] Login fails`, `Resolved: Login fails`, `Service is operating normally: [RESOLVED] Login fails`. */
const STATE_IN_TITLE = new RegExp(`^\\s*(?:\\[(${LABELLED_WORD})\\]|(${WORD})\\s*[:–-])`, 'i');
/** `Nov 22, 08:30 UTC`, above or before an update. */
const STAMP = '([A-Z][a-z]{2}) +(\\d{1,2}), +(\\d\\d:\\d\\d)(?::\\d\\d)? +([A-Z]{2,5})';
/** A line that starts with a state, such as `Resolved - It works again.` */
const STATE_IN_TEXT = new RegExp(`^(?:${STAMP}\\S*\\s*)?(${WORD})\\b\\s*(?:[-–:.]|$)`, 'im');
/** A line such as `Status: Resolved`. */
const STATUS_LINE = /^status\s*:\s*(.*)/i;
const STATE_IN_STATUS_LINE = new RegExp(
  `^(?:${STAMP}\\S*\\s*)?(${LABELLED_WORD})\\s*(?:[-–—:.,;(]|$)`,
  'i',
);
/** A line such as `Scheduled: Sun, 29 Nov 2026 05:58:00 GMT → Sun, 29 Nov 2026 07:00:00 GMT`, which names a time and no state. */
const SCHEDULE_LINE = /^scheduled\s*:\s*(.*\d:\d\d.*)/i;
const FROM_TO = /\s*(?:→|->|–|—|\s-\s|\b(?:to|until)\b)\s*/;
const STAMP_AT_START = new RegExp(`^${STAMP}`);
const STAMPS = new RegExp(`\\b${STAMP}`, 'g');

/** One update in an entry's text. */
interface NewsUpdate {
  /** The state's word, as written; empty for `Status:` with another word. */
  readonly word: string;
  /** The time, without a year; empty if missing. */
  readonly stamp: string;
}

/** The planned time of maintenance; `endsAt` is missing if it has no end. */
export interface Schedule {
  readonly startsAt: string;
  readonly endsAt: string | undefined;
}

/** The states at the start of an entry's title, and the rest of the title. */
export const splitTitle = (title: string): { words: readonly string[]; rest: string } => {
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

/**
 * The states of the updates in an entry's text, newest first, in whichever order the feed has them. If there are lines that
 * begin with `Status:`, they alone count.
 */
const readUpdates = (text: string): readonly NewsUpdate[] => {
  let stamp = '';
  const labelled: NewsUpdate[] = [];
  const free: NewsUpdate[] = [];
  for (const line of text.split('\n')) {
    stamp = STAMP_AT_START.exec(line)?.[0] ?? stamp;
    const label = STATUS_LINE.exec(line)?.[1];
    if (label !== undefined) {
      const word = STATE_IN_STATUS_LINE.exec(label.replaceAll('_', ' '))?.at(-1) ?? '';
      labelled.push({ word, stamp });
    } else if (!SCHEDULE_LINE.test(line)) {
      const word = STATE_IN_TEXT.exec(line)?.at(-1);
      if (word) free.push({ word, stamp });
    }
  }
  const updates = labelled.length > 0 ? labelled : free;
  const [first, last] = [updates[0], updates.at(-1)];
  return first && last && isEarlier(first.stamp, last.stamp) ? updates.toReversed() : updates;
};

const hasStatusLine = (text: string): boolean =>
  text.split('\n').some((line) => STATUS_LINE.test(line));

/** The one of an entry's texts that says its state, if any does: a summary may say it and the whole text not. */
export const chooseText = (texts: readonly string[]): string =>
  texts.find(hasStatusLine) ?? texts.find((text) => readUpdates(text).length > 0) ?? texts[0] ?? '';

/** The time that a line `Scheduled: …` names; `undefined` if there is none, or it cannot be read. */
export const readSchedule = (text: string): Schedule | undefined => {
  const line = text.split('\n').find((candidate) => SCHEDULE_LINE.test(candidate));
  const [from, to] = (line && SCHEDULE_LINE.exec(line)?.[1])?.split(FROM_TO) ?? [];
  const startsAt = readTimestamp(from);
  return startsAt === undefined ? undefined : { startsAt, endsAt: readTimestamp(to) };
};

const stateOf = (word: string | undefined): NewsState | undefined =>
  word === undefined ? undefined : LABELLED_STATES.get(word.toLowerCase());

/**
 * The state of an entry: by a line `Status: …`, else by the title, else by the newest update.
 *
 * @returns `undefined` if no word is known.
 */
export const readState = (title: string, text: string): NewsState | undefined => {
  const updates = readUpdates(text);
  const newest = updates[0];
  if (hasStatusLine(text)) return stateOf(newest?.word);
  const { words, rest } = splitTitle(title);
  if (words.length > 0) {
    const states = words.map(stateOf);
    return states.includes('resolved') ? 'resolved' : states[0];
  }
  // Uptime Kuma lists an entry for every monitor that is down, for as long as it is.
  if (!newest && /\bis down$/i.test(rest)) return 'investigating';
  // Closing an incident may add a note with any other state in the same minute.
  const closes = ({ word, stamp }: NewsUpdate): boolean =>
    stamp !== '' && stamp === newest?.stamp && stateOf(word) === 'resolved';
  return updates.some(closes) ? 'resolved' : stateOf(newest?.word);
};

/**
 * A state of maintenance only, a line for it (Instatus), a planned time, or the title marks maintenance. The rest of the
 * text does not, because many faults begin with maintenance.
 */
export const isMaintenance = (title: string, text: string, state: NewsState): boolean => {
  // Kener begins each title with what it is about.
  const kind = /^\s*\[(incident|maintenance)\]/i.exec(title)?.[1]?.toLowerCase();
  if (kind !== undefined) return kind === 'maintenance';
  const inTitle = splitTitle(title).words.some((word) => OF_MAINTENANCE.test(word));
  return (
    /^type\s*:\s*maintenance$/im.test(text) ||
    readSchedule(text) !== undefined ||
    readUpdates(text).some(
      ({ word, stamp }) =>
        OF_MAINTENANCE.test(word) || (stamp !== '' && OF_DATED_MAINTENANCE.test(word)),
    ) ||
    ((inTitle || /\bmaintenance\b/i.test(title)) && state !== 'investigating')
  );
};

/** When the oldest update in an entry was written. It names no year, so this is the latest year that puts it before the entry. */
export const readBeginning = (
  text: string,
  { updatedAtMs }: Pick<NewsEntry, 'updatedAtMs'>,
): number | undefined => {
  const [, month, day, time, zone] = [...text.matchAll(STAMPS)].at(-1) ?? [];
  if (!month || updatedAtMs === undefined) return undefined;
  const year = new Date(updatedAtMs).getUTCFullYear();
  return [year, year - 1]
    .map((candidate) => Date.parse(`${month} ${day} ${candidate} ${time} ${zone}`))
    .find((atMs) => atMs <= updatedAtMs + DAY_MS);
};

import type { Incident, Status } from '../feed/index.js';
import { STATUS_OF_IMPACT } from '../model/severity.js';
import { worseStatus } from '../model/verdict.js';

type Impact = Incident['impact'];

/** The impact that corresponds to a status. An unknown word counts as minor, so that it is not ignored. */
export const IMPACT_OF_STATUS: Readonly<Record<Status, Impact>> = {
  operational: 'none',
  degraded_performance: 'minor',
  partial_outage: 'major',
  major_outage: 'critical',
  under_maintenance: 'maintenance',
  unknown: 'minor',
};

/**
 * The impact of an incident: that of the worst status among its components. At least minor, since the vendor opened an
 * incident, even if every component is operational or unreadable.
 */
export const impactOfStatuses = (statuses: readonly Status[]): Impact => {
  const impact = IMPACT_OF_STATUS[statuses.reduce<Status>(worseStatus, 'unknown')];
  return impact === 'none' ? 'minor' : impact;
};

/** True for a key of {@link STATUS_OF_IMPACT}. */
export const isImpact = (value: unknown): value is Impact =>
  typeof value === 'string' && Object.hasOwn(STATUS_OF_IMPACT, value);

/** A format's words for a status. */
export type Words = ReadonlyMap<unknown, Status>;

/** Statuspage's words for a component's status, which many other formats use too. */
export const STATUS_WORDS: Words = new Map<unknown, Status>([
  ['operational', 'operational'],
  ['degraded_performance', 'degraded_performance'],
  ['partial_outage', 'partial_outage'],
  ['major_outage', 'major_outage'],
  ['under_maintenance', 'under_maintenance'],
]);

/** Looks up a word; an unknown or missing word is `unknown`, never a guess. */
export const readWord = (words: Words, value: unknown): Status => words.get(value) ?? 'unknown';

/** As {@link readWord}, but a missing word is `undefined`. */
export const readOptionalWord = (words: Words, value: unknown): Status | undefined =>
  value === undefined || value === null ? undefined : readWord(words, value);

/** The worst of several statuses; `unknown` instead of `operational` if one of them is `unknown`. */
export const weighStatuses = (statuses: readonly Status[]): Status => {
  const worst = statuses.reduce<Status>(worseStatus, 'unknown');
  return worst === 'operational' && statuses.includes('unknown') ? 'unknown' : worst;
};

/** Words for an incident's progress, from Statuspage and similar formats. */
export const PROGRESS_WORDS: ReadonlyMap<unknown, Incident['status']> = new Map<
  unknown,
  Incident['status']
>([
  ['investigating', 'investigating'],
  ['identified', 'identified'],
  ['monitoring', 'monitoring'],
  ['watching', 'monitoring'],
  ['resolved', 'resolved'],
  ['postmortem', 'resolved'],
  ['completed', 'resolved'],
  ['fixed', 'resolved'],
]);

/** Looks up a word of {@link PROGRESS_WORDS}, ignoring case. An unknown word means open, so that it hides no incident. */
export const readProgress = (value: unknown): Incident['status'] =>
  PROGRESS_WORDS.get(typeof value === 'string' ? value.toLowerCase() : value) ?? 'investigating';

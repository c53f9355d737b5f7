import type { Incident, Status } from '../feed/index.js';
import { STATUS_OF_IMPACT } from '../model/severity.js';
import { worseStatus } from '../model/verdict.js';

type Impact = Incident['impact'];

/** {@link STATUS_OF_IMPACT} the other way round; what we cannot read is of some weight. */
export const IMPACT_OF_STATUS: Readonly<Record<Status, Impact>> = {
  operational: 'none',
  degraded_performance: 'minor',
  partial_outage: 'major',
  major_outage: 'critical',
  under_maintenance: 'maintenance',
  unknown: 'minor',
};

/**
 * How bad an incident is, by the states of what it touches. Somebody opened it, so it is of some weight even where every
 * state says "operational", or none is readable.
 */
export const impactOfStatuses = (statuses: readonly Status[]): Impact => {
  const impact = IMPACT_OF_STATUS[statuses.reduce<Status>(worseStatus, 'unknown')];
  return impact === 'none' ? 'minor' : impact;
};

/** True for a word of {@link STATUS_OF_IMPACT}. */
export const isImpact = (value: unknown): value is Impact =>
  typeof value === 'string' && Object.hasOwn(STATUS_OF_IMPACT, value);

/** A format's words for a status. */
export type Words = ReadonlyMap<unknown, Status>;

/** The words of the Statuspage world, which many formats use. */
export const STATUS_WORDS: Words = new Map<unknown, Status>([
  ['operational', 'operational'],
  ['degraded_performance', 'degraded_performance'],
  ['partial_outage', 'partial_outage'],
  ['major_outage', 'major_outage'],
  ['under_maintenance', 'under_maintenance'],
]);

/** A word as a status; a word that the format does not have, or none, is `unknown`, never a guess. */
export const readWord = (words: Words, value: unknown): Status => words.get(value) ?? 'unknown';

/** The same for a word that may be left out. */
export const readOptionalWord = (words: Words, value: unknown): Status | undefined =>
  value === undefined || value === null ? undefined : readWord(words, value);

/** The worst of several voices; where that is "operational" although one of them was not understood, nothing is known. */
export const weighVoices = (voices: readonly Status[]): Status => {
  const worst = voices.reduce<Status>(worseStatus, 'unknown');
  return worst === 'operational' && voices.includes('unknown') ? 'unknown' : worst;
};

/** How far the work on an incident is, in the words of the Statuspage world and its relatives. */
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

/** A word of {@link PROGRESS_WORDS} in any case; a word that we do not know must not hide an incident: it is open. */
export const readProgress = (value: unknown): Incident['status'] =>
  PROGRESS_WORDS.get(typeof value === 'string' ? value.toLowerCase() : value) ?? 'investigating';

import { sql } from 'kysely';
import { HOUR_MS } from '../clock.js';
import { compareTexts, isOneOf, pairKey, type Pair } from './pair-key.js';
import { isVote, type NewReport } from './store.js';
import type { TablesTransaction } from './tables.js';

/** Who has said the opposite meanwhile may speak again after the hour that a feed counts: nobody is in it twice. */
const TURN_MS = HOUR_MS;

/** A visitor has two voices for a service, one for reports and one for votes. No hash holds a space. */
const voicesOf = ({ serviceId, visitorHashes }: NewReport, ofVotes: boolean): Pair[] =>
  visitorHashes.map((hash) => [serviceId, ofVotes ? `vote ${hash}` : hash] as const);

/** When the visitors of these reports last counted, with a report or with a vote. */
async function readVoices(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
): Promise<Map<string, number>> {
  const pairs = reports.flatMap((report) => [
    ...voicesOf(report, false),
    ...voicesOf(report, true),
  ]);
  if (pairs.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('voices')
    .selectAll()
    .where(isOneOf('service_id', 'visitor_hash', pairs))
    .execute();
  return new Map(
    rows.map((row) => [pairKey([row.service_id, row.visitor_hash]), row.reported_at_ms]),
  );
}

/**
 * Finds the reports and votes whose visitor has a voice now, and takes that voice.
 *
 * A visitor has one voice for reports and one for votes. It stands for the window, or until the visitor has said the
 * opposite, but never for less than an hour: whoever said "works again" and sees it fail again is heard, and whoever
 * presses both in turn is heard once an hour with each.
 *
 * Two processes that race for one visitor meet at the voice's row: the second waits for the first to commit and then
 * fails the `where` of the update. Only across midnight, when two processes name the visitor by different days' hashes
 * in the same few milliseconds, can both count.
 *
 * @param reports In the order given by the caller; the first of one visitor and kind wins.
 * @returns The reports that count.
 */
export async function claimVoices(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
  windowMs: number,
): Promise<Set<NewReport>> {
  const voices = await readVoices(transaction, reports);
  const lastMs = (pairs: readonly Pair[]): number =>
    Math.max(...pairs.map((pair) => voices.get(pairKey(pair)) ?? -Infinity));
  const turnMs = Math.min(TURN_MS, windowMs);
  const claimed = new Set<string>();
  const claims = new Map<string, { readonly report: NewReport; readonly voice: Pair }>();
  const turned: Pair[] = [];
  for (const report of reports) {
    const own = voicesOf(report, isVote(report));
    const [voice] = own;
    const keys = own.map(pairKey);
    const saidMs = lastMs(own);
    const hasTurned = lastMs(voicesOf(report, !isVote(report))) > saidMs;
    const stands = report.receivedAtMs - saidMs < (hasTurned ? turnMs : windowMs);
    if (voice && !stands && !keys.some((key) => claimed.has(key))) {
      claims.set(pairKey(voice), { report, voice });
      if (hasTurned) turned.push(voice);
    }
    // A refused report claims too: the other hashes of a visitor refused under one of them are the same visitor's.
    for (const key of keys) claimed.add(key);
  }
  if (claims.size === 0) return new Set();

  const rows = [...claims]
    .sort(([left], [right]) => compareTexts(left, right))
    .map(([, { report, voice }]) => ({
      service_id: report.serviceId,
      visitor_hash: voice[1],
      reported_at_ms: report.receivedAtMs,
    }));
  const isOver = (standsMs: number) =>
    sql<boolean>`voices.reported_at_ms <= excluded.reported_at_ms - ${standsMs}`;
  const hasVoice =
    turned.length === 0
      ? isOver(windowMs)
      : sql<boolean>`(${isOver(windowMs)} or ${isOver(turnMs)} and ${isOneOf('excluded.service_id', 'excluded.visitor_hash', turned)})`;
  const taken = await transaction
    .insertInto('voices')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['service_id', 'visitor_hash'])
        .doUpdateSet((update) => ({ reported_at_ms: update.ref('excluded.reported_at_ms') }))
        .where(hasVoice),
    )
    .returning(['service_id', 'visitor_hash'])
    .execute();
  return new Set(
    taken.flatMap((row) => claims.get(pairKey([row.service_id, row.visitor_hash]))?.report ?? []),
  );
}

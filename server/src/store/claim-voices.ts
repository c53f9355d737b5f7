import { sql } from 'kysely';
import { HOUR_MS } from '../clock.js';
import { bulkRows } from './bulk-rows.js';
import { compareTexts, pairKey, type Pair } from './pair-key.js';
import { isVote, type NewReport } from './store.js';
import type { TablesTransaction, VoiceRow } from './tables.js';

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
  const bulk = bulkRows(transaction, pairs);
  const { rows } = await sql<VoiceRow>`
    select voices.service_id, voices.visitor_hash, voices.reported_at_ms
    from ${bulk.source}
    join voices on voices.service_id = ${bulk.text(0)} and voices.visitor_hash = ${bulk.text(1)}`.execute(
    transaction,
  );
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

  const sorted = [...claims].sort(([left], [right]) => compareTexts(left, right));
  const bulk = bulkRows(
    transaction,
    sorted.map(([, { report, voice }]) => [...voice, report.receivedAtMs]),
  );
  const isOver = (standsMs: number) =>
    sql<boolean>`voices.reported_at_ms <= excluded.reported_at_ms - cast(${standsMs} as bigint)`;
  const turns = bulkRows(transaction, turned);
  const hasVoice =
    turned.length === 0
      ? isOver(windowMs)
      : sql<boolean>`(${isOver(windowMs)} or ${isOver(turnMs)} and exists (
          select 1 from ${turns.source}
          where ${turns.text(0)} = excluded.service_id and ${turns.text(1)} = excluded.visitor_hash))`;
  const { rows: taken } = await sql<Omit<VoiceRow, 'reported_at_ms'>>`
    insert into voices (service_id, visitor_hash, reported_at_ms)
    select ${bulk.text(0)}, ${bulk.text(1)}, ${bulk.integer(2)} from ${bulk.source} where true
    on conflict (service_id, visitor_hash) do update set reported_at_ms = excluded.reported_at_ms
    where ${hasVoice}
    returning service_id, visitor_hash`.execute(transaction);
  return new Set(
    taken.flatMap((row) => claims.get(pairKey([row.service_id, row.visitor_hash]))?.report ?? []),
  );
}

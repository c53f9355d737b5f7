import { sql } from 'kysely';
import { bulkRows } from './bulk-rows.js';
import { compareTexts, pairKey, type Pair } from './pair-key.js';
import type { NewReport } from './store.js';
import type { TablesTransaction, VoiceRow } from './tables.js';

const pairsOf = (report: NewReport): Pair[] =>
  report.visitorHashes.map((hash) => [report.serviceId, hash] as const);

/** When the visitors of these reports last counted under the hashes of earlier days. */
async function readEarlierVoices(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
): Promise<Map<string, number>> {
  const pairs = reports.flatMap((report) => pairsOf(report).slice(1));
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
 * Finds the reports whose visitor has a voice now, and takes that voice.
 *
 * Two processes that race for one visitor meet at the voice's row: the second waits for the first to commit and then
 * fails the `where` of the update. Only across midnight, when two processes name the visitor by different days' hashes
 * in the same few milliseconds, can both count.
 *
 * @param reports In the order given by the caller; the first of one visitor wins.
 * @returns The reports that count.
 */
export async function claimVoices(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
  windowMs: number,
): Promise<Set<NewReport>> {
  const earlier = await readEarlierVoices(transaction, reports);
  const claimed = new Set<string>();
  const claims = new Map<string, NewReport>();
  for (const report of reports) {
    const keys = pairsOf(report).map(pairKey);
    const stands = (key: string): boolean =>
      report.receivedAtMs - (earlier.get(key) ?? -Infinity) < windowMs;
    if (!keys.some((key) => claimed.has(key) || stands(key))) {
      claims.set(pairKey([report.serviceId, report.visitorHashes[0]]), report);
    }
    // A refused report claims too: the other hashes of a visitor refused under one of them are the same visitor's.
    for (const key of keys) claimed.add(key);
  }
  if (claims.size === 0) return new Set();

  const sorted = [...claims].sort(([left], [right]) => compareTexts(left, right));
  const bulk = bulkRows(
    transaction,
    sorted.map(([, { serviceId, visitorHashes, receivedAtMs }]) => [
      serviceId,
      visitorHashes[0],
      receivedAtMs,
    ]),
  );
  const { rows: taken } = await sql<Omit<VoiceRow, 'reported_at_ms'>>`
    insert into voices (service_id, visitor_hash, reported_at_ms)
    select ${bulk.text(0)}, ${bulk.text(1)}, ${bulk.integer(2)} from ${bulk.source} where true
    on conflict (service_id, visitor_hash) do update set reported_at_ms = excluded.reported_at_ms
    where voices.reported_at_ms <= excluded.reported_at_ms - cast(${windowMs} as bigint)
    returning service_id, visitor_hash`.execute(transaction);
  return new Set(
    taken.flatMap((row) => claims.get(pairKey([row.service_id, row.visitor_hash])) ?? []),
  );
}

import { sql } from 'kysely';
import { compareTexts, isOneOf, pairKey, type Pair } from './pair-key.js';
import type { NewReport } from './store.js';
import type { TablesTransaction } from './tables.js';

const pairsOf = (report: NewReport): Pair[] =>
  report.visitorHashes.map((hash) => [report.serviceId, hash] as const);

/** When the visitors of these reports last counted under the hashes of earlier days. */
async function readEarlierVoices(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
): Promise<Map<string, number>> {
  const pairs = reports.flatMap((report) => pairsOf(report).slice(1));
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

  const rows = [...claims]
    .sort(([left], [right]) => compareTexts(left, right))
    .map(([, report]) => ({
      service_id: report.serviceId,
      visitor_hash: report.visitorHashes[0],
      reported_at_ms: report.receivedAtMs,
    }));
  const taken = await transaction
    .insertInto('voices')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['service_id', 'visitor_hash'])
        .doUpdateSet((update) => ({ reported_at_ms: update.ref('excluded.reported_at_ms') }))
        .where(sql<boolean>`voices.reported_at_ms <= excluded.reported_at_ms - ${windowMs}`),
    )
    .returning(['service_id', 'visitor_hash'])
    .execute();
  return new Set(
    taken.flatMap((row) => claims.get(pairKey([row.service_id, row.visitor_hash])) ?? []),
  );
}

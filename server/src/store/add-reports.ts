import { claimVoices } from './claim-voices.js';
import { addToCounters, addToOriginCounters } from './counters.js';
import { addToVoteCounters } from './vote-counters.js';
import { compareTexts, isOneOf, pairKey, type Pair } from './pair-key.js';
import { isVote, type NewReport, type StoredOutcome } from './store.js';
import type { TablesTransaction } from './tables.js';

const pairOf = (report: NewReport): Pair => [report.serviceId, report.idempotencyKey];
const keyOf = (report: NewReport): string => pairKey(pairOf(report));

/**
 * Inserts the reports whose key was never seen. A key that another process is just inserting is waited for.
 *
 * @param reports By {@link keyOf}.
 * @returns The keys that were inserted.
 */
async function insertUnseen(
  transaction: TablesTransaction,
  reports: ReadonlyMap<string, NewReport>,
): Promise<Set<string>> {
  const rows = await transaction
    .insertInto('reports')
    .values(
      // Sorted, so that two processes with the same keys never wait for each other in a circle.
      [...reports]
        .sort(([left], [right]) => compareTexts(left, right))
        .map(([, report]) => ({
          service_id: report.serviceId,
          idempotency_key: report.idempotencyKey,
          category: report.category ?? '',
          outcome: 'counted' as const,
          received_at_ms: report.receivedAtMs,
        })),
    )
    .onConflict((conflict) => conflict.columns(['service_id', 'idempotency_key']).doNothing())
    .returning(['service_id', 'idempotency_key'])
    .execute();
  return new Set(rows.map((row) => pairKey([row.service_id, row.idempotency_key])));
}

async function readOutcomes(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
): Promise<Map<string, StoredOutcome>> {
  if (reports.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('reports')
    .select(['service_id', 'idempotency_key', 'outcome'])
    .where(isOneOf('service_id', 'idempotency_key', reports.map(pairOf)))
    .execute();
  return new Map(rows.map((row) => [pairKey([row.service_id, row.idempotency_key]), row.outcome]));
}

async function markRefused(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
): Promise<void> {
  if (reports.length === 0) return;
  await transaction
    .updateTable('reports')
    .set({ outcome: 'already_reported' })
    .where(isOneOf('service_id', 'idempotency_key', reports.map(pairOf)))
    .execute();
}

/**
 * Counts a batch of reports and votes within the caller's transaction. Tables are touched in one order (reports, voices, counters) and rows
 * sorted, so that processes racing on one Postgres queue up instead of deadlocking.
 *
 * @param shard The counter shard of this process.
 * @returns One outcome per report, in the order given.
 */
export async function addReports(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
  voiceWindowMs: number,
  shard: number,
): Promise<StoredOutcome[]> {
  const firstTries = new Map<string, NewReport>();
  for (const report of reports) {
    if (!firstTries.has(keyOf(report))) firstTries.set(keyOf(report), report);
  }
  const unseenKeys = await insertUnseen(transaction, firstTries);
  const unseen: NewReport[] = [];
  const retries: NewReport[] = [];
  for (const [key, report] of firstTries) (unseenKeys.has(key) ? unseen : retries).push(report);
  const outcomes = await readOutcomes(transaction, retries);

  const counted = await claimVoices(transaction, unseen, voiceWindowMs);
  const refused = unseen.filter((report) => !counted.has(report));
  await markRefused(transaction, refused);
  for (const report of counted) outcomes.set(keyOf(report), 'counted');
  for (const report of refused) outcomes.set(keyOf(report), 'already_reported');
  const additions = [...counted].map((report) => ({
    ...report,
    atMs: report.receivedAtMs,
    count: 1,
  }));
  // A vote is nothing but a vote: no minute, hour, category or share of a site's reports knows of it.
  const ofReports = additions.flatMap(({ category, ...addition }) =>
    category === null ? [] : [{ ...addition, category }],
  );
  await addToCounters(transaction, ofReports, shard);
  await addToOriginCounters(transaction, ofReports, shard);
  await addToVoteCounters(transaction, additions.filter(isVote), shard);

  // A retry whose row a purge has just removed, 48 hours on, is in no map: it certainly does not count again.
  return reports.map((report) => outcomes.get(keyOf(report)) ?? 'already_reported');
}

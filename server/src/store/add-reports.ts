import { sql } from 'kysely';
import { bulkRows, type BulkRows } from './bulk-rows.js';
import { claimVoices } from './claim-voices.js';
import { addToCounters, addToOriginCounters } from './counters.js';
import { addToVoteCounters } from './vote-counters.js';
import { compareTexts, pairKey, type Pair } from './pair-key.js';
import { isVote, type NewReport, type StoredOutcome } from './store.js';
import type { TablesTransaction } from './tables.js';

const pairOf = (report: NewReport): Pair => [report.serviceId, report.idempotencyKey];
const keyOf = (report: NewReport): string => pairKey(pairOf(report));

interface KeyRow {
  readonly service_id: string;
  readonly idempotency_key: string;
}

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
  // Sorted, so that two processes with the same keys never wait for each other in a circle.
  const sorted = [...reports].sort(([left], [right]) => compareTexts(left, right));
  const bulk = bulkRows(
    transaction,
    sorted.map(([, { serviceId, idempotencyKey, category, receivedAtMs }]) => [
      serviceId,
      idempotencyKey,
      category ?? '',
      receivedAtMs,
    ]),
  );
  // `where true` tells SQLite that "on conflict" does not belong to a join, https://www.sqlite.org/lang_upsert.html#parsing_ambiguity.
  const { rows } = await sql<KeyRow>`
    insert into reports (service_id, idempotency_key, category, outcome, received_at_ms)
    select ${bulk.text(0)}, ${bulk.text(1)}, ${bulk.text(2)}, 'counted', ${bulk.integer(3)}
    from ${bulk.source} where true
    on conflict (service_id, idempotency_key) do nothing
    returning service_id, idempotency_key`.execute(transaction);
  return new Set(rows.map((row) => pairKey([row.service_id, row.idempotency_key])));
}

const bulkKeys = (transaction: TablesTransaction, reports: readonly NewReport[]): BulkRows =>
  bulkRows(transaction, reports.map(pairOf));

async function readOutcomes(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
): Promise<Map<string, StoredOutcome>> {
  if (reports.length === 0) return new Map();
  const bulk = bulkKeys(transaction, reports);
  const { rows } = await sql<KeyRow & { outcome: StoredOutcome }>`
    select reports.service_id, reports.idempotency_key, reports.outcome
    from ${bulk.source}
    join reports on reports.service_id = ${bulk.text(0)} and reports.idempotency_key = ${bulk.text(1)}`.execute(
    transaction,
  );
  return new Map(rows.map((row) => [pairKey([row.service_id, row.idempotency_key]), row.outcome]));
}

async function markRefused(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
): Promise<void> {
  if (reports.length === 0) return;
  const bulk = bulkKeys(transaction, reports);
  await sql`
    update reports set outcome = 'already_reported'
    from ${bulk.source}
    where reports.service_id = ${bulk.text(0)} and reports.idempotency_key = ${bulk.text(1)}`.execute(
    transaction,
  );
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

import type { VoteCount } from '../decide/decision-store.js';
import { compareTexts, keyText } from '../lib/key-text.js';
import type { NewReport, StoredAnswer } from '../reports/new-report.js';
import { bulkStatement } from './bulk-statement.js';
import { claimNetworks } from './claim-networks.js';
import { claimProofs } from './claim-proofs.js';
import { claimSlots } from './claim-slots.js';
import {
  addToCounters,
  addToOriginCounters,
  addToVoteCounters,
  type CountedReports,
} from './counters.js';
import type { ReportRow, TablesTransaction } from './tables.js';

type Key = readonly [serviceId: string, idempotencyKey: string];

const keyOf = (report: NewReport): Key => [report.serviceId, report.idempotencyKey];
const keyTextOf = (report: NewReport): string => keyText(...keyOf(report));

interface KeyRow {
  readonly service_id: string;
  readonly idempotency_key: string;
}

// `where true` shows SQLite that "on conflict" does not belong to a join, https://www.sqlite.org/lang_upsert.html#parsing_ambiguity.
const INSERT = bulkStatement<KeyRow>(
  ({ source, text, integer }) => `
    insert into reports (service_id, idempotency_key, category, outcome, received_at_ms)
    select ${text(0)}, ${text(1)}, ${text(2)}, 'counted', ${integer(3)} from ${source} where true
    on conflict (service_id, idempotency_key) do nothing
    returning service_id, idempotency_key`,
);

/**
 * Inserts the reports with new keys. Waits for other processes that are inserting the same keys.
 *
 * @param reports By {@link keyTextOf}.
 * @returns The keys that were inserted.
 */
async function insertUnseen(
  transaction: TablesTransaction,
  reports: ReadonlyMap<string, NewReport>,
): Promise<Set<string>> {
  // Sorted, so that two processes with the same keys cannot deadlock.
  const sorted = [...reports].sort(([left], [right]) => compareTexts(left, right));
  const rows = await INSERT(
    transaction,
    sorted.map(([, { serviceId, idempotencyKey, category, receivedAtMs }]) => [
      serviceId,
      idempotencyKey,
      category ?? '',
      receivedAtMs,
    ]),
  );
  return new Set(rows.map((row) => keyText(row.service_id, row.idempotency_key)));
}

// A cross join keeps SQLite from scanning the whole table for every row.
const READ = bulkStatement<KeyRow & Pick<ReportRow, 'outcome' | 'told'>>(
  ({ source, text }) => `
    select reports.service_id, reports.idempotency_key, reports.outcome, reports.told
    from ${source} cross join reports
    where reports.service_id = ${text(0)} and reports.idempotency_key = ${text(1)}`,
);

async function readAnswers(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
): Promise<Map<string, StoredAnswer>> {
  if (reports.length === 0) return new Map();
  const rows = await READ(transaction, reports.map(keyOf));
  return new Map(
    rows.map(({ service_id, idempotency_key, outcome, told }) => [
      keyText(service_id, idempotency_key),
      { outcome, told: told ?? (outcome === 'counted' ? 'counted' : 'already_reported') },
    ]),
  );
}

const COUNTED: StoredAnswer = { outcome: 'counted', told: 'counted' };

const CORRECT = bulkStatement(
  ({ source, text, texts: [outcome, told] }) => `
    update reports set outcome = ${outcome}, told = ${told}
    from ${source}
    where reports.service_id = ${text(0)} and reports.idempotency_key = ${text(1)}`,
);

/** Corrects the rows of reports with another outcome than `counted`, with which they were inserted. */
async function writeAnswers(
  transaction: TablesTransaction,
  answers: ReadonlyMap<NewReport, StoredAnswer>,
): Promise<void> {
  const byAnswer = new Map<string, { readonly answer: StoredAnswer; readonly of: NewReport[] }>();
  for (const [report, answer] of answers) {
    const { outcome, told } = answer;
    if (outcome === COUNTED.outcome && told === COUNTED.told) continue;
    const group = byAnswer.get(`${outcome} ${told}`) ?? { answer, of: [] };
    byAnswer.set(`${outcome} ${told}`, group);
    group.of.push(report);
  }
  for (const { answer, of } of byAnswer.values()) {
    await CORRECT(transaction, of.map(keyOf), answer.outcome, answer.told);
  }
}

/** Decides which new reports count, and the answer for each visitor. */
async function judge(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
  countWindowMs: number,
): Promise<Map<NewReport, StoredAnswer>> {
  const replayed = await claimProofs(transaction, reports);
  const suspects = new Set(
    reports.filter((report) => report.suspicion !== undefined || replayed.has(report)),
  );
  const claimed = await claimSlots(transaction, reports, suspects, countWindowMs);
  const counted = await claimNetworks(transaction, claimed.counted, countWindowMs);
  const answerOf = (report: NewReport): StoredAnswer => {
    const told = claimed.toldCounted.has(report) ? 'counted' : 'already_reported';
    if (suspects.has(report)) return { outcome: report.suspicion ?? 'replayed', told };
    if (counted.has(report)) return { outcome: 'counted', told };
    return claimed.counted.has(report)
      ? { outcome: 'network_full', told }
      : { outcome: 'already_reported', told: 'already_reported' };
  };
  return new Map(reports.map((report) => [report, answerOf(report)]));
}

/** Adds counted reports and votes to the counters. Votes have counters of their own; no other counter includes them. */
async function addToAllCounters(
  transaction: TablesTransaction,
  counted: readonly NewReport[],
  shard: number,
): Promise<void> {
  const ofReports: (CountedReports & { readonly origin: string })[] = [];
  const ofVotes: (VoteCount & { readonly serviceId: string })[] = [];
  for (const { serviceId, category, origin, receivedAtMs: atMs } of counted) {
    if (category === null) ofVotes.push({ serviceId, origin, atMs, count: 1 });
    else ofReports.push({ serviceId, category, origin, atMs, count: 1 });
  }
  await addToCounters(transaction, ofReports, shard);
  await addToOriginCounters(transaction, ofReports, shard);
  await addToVoteCounters(transaction, ofVotes, shard);
}

/**
 * Counts a batch of reports and votes within the caller's transaction. It touches the tables in one order (reports, proofs,
 * slots, networks, counters) and sorts rows, so that processes racing on one Postgres queue up instead of deadlocking.
 *
 * @param shard The counter shard of this process.
 * @returns One answer per report, in the order given.
 */
export async function addReports(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
  countWindowMs: number,
  shard: number,
): Promise<StoredAnswer[]> {
  const keys = reports.map(keyTextOf);
  const firstTries = new Map<string, NewReport>();
  for (const [index, report] of reports.entries()) {
    const key = keys[index];
    if (key !== undefined && !firstTries.has(key)) firstTries.set(key, report);
  }
  const unseenKeys = await insertUnseen(transaction, firstTries);
  const unseen = new Map<NewReport, string>();
  const retries: NewReport[] = [];
  for (const [key, report] of firstTries) {
    if (unseenKeys.has(key)) unseen.set(report, key);
    else retries.push(report);
  }
  const answers = await readAnswers(transaction, retries);
  const judged = await judge(transaction, [...unseen.keys()], countWindowMs);
  await writeAnswers(transaction, judged);
  const counted: NewReport[] = [];
  for (const [report, answer] of judged) {
    answers.set(unseen.get(report) ?? '', answer);
    if (answer.outcome === 'counted') counted.push(report);
  }
  await addToAllCounters(transaction, counted, shard);

  // A purge may just have removed the row of a retry 48 hours later. It certainly does not count again.
  return keys.map(
    (key) => answers.get(key) ?? { outcome: 'already_reported', told: 'already_reported' },
  );
}

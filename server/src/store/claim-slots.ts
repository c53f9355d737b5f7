import { HOUR_MS } from '../lib/clock.js';
import { compareTexts, keyText } from '../lib/key-text.js';
import { isVote, type NewReport } from '../reports/new-report.js';
import { bulkStatement } from './bulk-statement.js';
import type { Flag, TablesTransaction, SlotRow } from './tables.js';

/** How long a slot blocks at least: the hour that a feed counts, so no visitor is in it twice. */
const SHORT_BLOCK_MS = HOUR_MS;

type SlotKey = Pick<SlotRow, 'service_id' | 'visitor_hash' | 'is_vote' | 'is_told_only'>;

const flag = (is: boolean): Flag => (is ? 1 : 0);

const keyOf = ({ service_id, visitor_hash, is_vote, is_told_only }: SlotKey): string =>
  keyText(service_id, visitor_hash, is_vote, is_told_only);

/** Keys of a visitor's slot for reports or for votes, one per hash. */
const keysOf = (
  { serviceId, visitorHashes }: NewReport,
  ofVotes: boolean,
  isToldOnly: boolean,
): string[] =>
  visitorHashes.map((hash) => keyText(serviceId, hash, flag(ofVotes), flag(isToldOnly)));

// All slots of a visitor, reports and votes, real and told only.
const READ = bulkStatement<SlotRow>(
  ({ source, text }) => `
    select voices.service_id, voices.visitor_hash, voices.is_vote, voices.is_told_only,
      voices.reported_at_ms, voices.opened_at_ms, voices.voice_count
    from ${source} cross join voices
    where voices.service_id = ${text(0)} and voices.visitor_hash = ${text(1)}`,
);

/** Reads the count slots of the visitors who sent these reports. */
async function readSlots(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
): Promise<Map<string, SlotRow>> {
  if (reports.length === 0) return new Map();
  const rows = await READ(
    transaction,
    reports.flatMap(({ serviceId, visitorHashes }) =>
      visitorHashes.map((hash) => [serviceId, hash] as const),
    ),
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

type Slots = ReadonlyMap<string, SlotRow>;

const lastMs = (slots: Slots, keys: readonly string[]): number =>
  Math.max(...keys.map((key) => slots.get(key)?.reported_at_ms ?? -Infinity));

const hasVotedOpposite = (slots: Slots, report: NewReport, keys: readonly string[]): boolean =>
  [false, true].some(
    (isToldOnly) =>
      lastMs(slots, keysOf(report, !isVote(report), isToldOnly)) > lastMs(slots, keys),
  );

/** Whether a shared address has used up its allowance since its window opened. */
const isUsedUp = (
  slots: Slots,
  { sharedAllowance, receivedAtMs }: NewReport,
  keys: readonly string[],
  windowMs: number,
): boolean =>
  sharedAllowance !== undefined &&
  sharedAllowance <=
    keys
      .flatMap((key) => slots.get(key) ?? [])
      .filter((row) => receivedAtMs - row.opened_at_ms < windowMs)
      .reduce((sum, row) => sum + row.voice_count, 0);

/** A slot to be taken. */
interface Claim {
  readonly report: NewReport;
  readonly isToldOnly: boolean;
  /** How long the slot's previous use blocks it. */
  readonly blockMs: number;
}

/** The result of {@link claimSlots}. */
export interface ClaimedSlots {
  /** Reports that took their visitor's slot. */
  readonly counted: ReadonlySet<NewReport>;
  /** Reports to answer with `counted`, whether or not they are suspected. */
  readonly toldCounted: ReadonlySet<NewReport>;
}

/**
 * Takes the count slot of each report's or vote's visitor, if it is free.
 *
 * A visitor has one slot for reports and one for votes, per service. Using a slot blocks it for `windowMs`. Voting the
 * other way shortens that to one hour, so a visitor who alternates counts at most once an hour each way. A shared
 * address is always blocked for one hour only, up to its allowance per window; its window opens with its first use.
 *
 * A suspect's report takes no real slot. It takes a second, "told only" slot, which remembers the answer `counted`. If
 * the visitor's next report counts, its answer is `already_reported`, as for any second report.
 *
 * Two processes that race for one slot meet at its row: the second waits for the first to commit and then fails the
 * `where` of the update. Only across midnight, when two processes hash the visitor with different days' salts in the
 * same few milliseconds, can both count.
 *
 * @param reports In the order given by the caller; the first of one visitor and kind wins.
 * @param suspects Those of them that must not count.
 */
export async function claimSlots(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
  suspects: ReadonlySet<NewReport>,
  windowMs: number,
): Promise<ClaimedSlots> {
  const slots = await readSlots(transaction, reports);
  const shortBlockMs = Math.min(SHORT_BLOCK_MS, windowMs);
  const claims = new Map<string, Claim>();
  const claimed = new Set<string>();
  const toldBefore = new Set<NewReport>();
  const blockMs = (report: NewReport, keys: readonly string[]): number =>
    report.sharedAllowance !== undefined || hasVotedOpposite(slots, report, keys)
      ? shortBlockMs
      : windowMs;
  const isBlocked = (report: NewReport, keys: readonly string[]): boolean =>
    // An empty map is the common case: most visitors report for the first time.
    (slots.size > 0 &&
      (report.receivedAtMs - lastMs(slots, keys) < blockMs(report, keys) ||
        isUsedUp(slots, report, keys, windowMs))) ||
    keys.some((key) => claimed.has(key));
  for (const report of reports) {
    const isSuspect = suspects.has(report);
    const mine = keysOf(report, isVote(report), isSuspect);
    if (isBlocked(report, keysOf(report, isVote(report), !isSuspect))) toldBefore.add(report);
    const [slot] = mine;
    if (slot !== undefined && !isBlocked(report, mine) && !(isSuspect && toldBefore.has(report))) {
      claims.set(slot, { report, isToldOnly: isSuspect, blockMs: blockMs(report, mine) });
    }
    // A refused report claims its keys too: all hashes of one report belong to the same visitor.
    for (const key of mine) claimed.add(key);
  }
  const taken = await takeAll(transaction, claims, { windowMs, shortBlockMs });
  return {
    counted: new Set([...taken].filter((report) => !suspects.has(report))),
    toldCounted: new Set([...taken].filter((report) => !toldBefore.has(report))),
  };
}

const isOver = (blockMs: string, since = 'reported_at_ms'): string =>
  `voices.${since} <= excluded.reported_at_ms - ${blockMs}`;

const TAKE = bulkStatement<SlotKey>(
  ({ source, text, integer, numbers: [windowMs, blockMs] }) => `
    insert into voices
      (service_id, visitor_hash, is_vote, is_told_only, reported_at_ms, opened_at_ms, voice_count)
    select ${text(0)}, ${text(1)}, ${integer(2)}, ${integer(3)}, ${integer(4)}, ${integer(4)}, 1
    from ${source} where true
    on conflict (service_id, visitor_hash, is_vote, is_told_only) do update set
      reported_at_ms = excluded.reported_at_ms,
      opened_at_ms = case when ${isOver(windowMs, 'opened_at_ms')}
        then excluded.reported_at_ms else voices.opened_at_ms end,
      voice_count = case when ${isOver(windowMs, 'opened_at_ms')} then 1 else voices.voice_count + 1 end
    where ${isOver(blockMs)}
    returning service_id, visitor_hash, is_vote, is_told_only`,
);

/** Takes the slots that are blocked for the full window first, then those with the shorter block. */
async function takeAll(
  transaction: TablesTransaction,
  claims: ReadonlyMap<string, Claim>,
  { windowMs, shortBlockMs }: { readonly windowMs: number; readonly shortBlockMs: number },
): Promise<Set<NewReport>> {
  const sorted = [...claims].sort(([left], [right]) => compareTexts(left, right));
  const taken = new Set<NewReport>();
  // In one order everywhere, see `addReports`.
  for (const blockMs of new Set([windowMs, shortBlockMs])) {
    const rows = sorted
      .filter(([, claim]) => claim.blockMs === blockMs)
      .map(([, { report, isToldOnly }]) => [
        report.serviceId,
        report.visitorHashes[0],
        flag(isVote(report)),
        flag(isToldOnly),
        report.receivedAtMs,
      ]);
    if (rows.length === 0) continue;
    for (const row of await TAKE(transaction, rows, windowMs, blockMs)) {
      const claim = claims.get(keyOf(row));
      if (claim) taken.add(claim.report);
    }
  }
  return taken;
}

import { HOUR_MS } from '../clock.js';
import { bulkStatement, type BulkWords, type RunBulk } from './bulk-statement.js';
import { compareTexts, pairKey, type Pair } from './pair-key.js';
import { isVote, type NewReport } from './store.js';
import type { TablesTransaction, VoiceRow } from './tables.js';

/** Who has said the opposite meanwhile may speak again after the hour that a feed counts: nobody is in it twice. */
const TURN_MS = HOUR_MS;

/** Marks before a hash; no hash holds a space. `said`: what was told to be counted and is not. */
const VOTE = 'vote ';
const SAID = 'said ';

type VoiceKey = Omit<VoiceRow, 'reported_at_ms'>;

/** A visitor has two voices for a service, one for reports and one for votes. */
const voicesOf = ({ serviceId, visitorHashes }: NewReport, ofVotes: boolean, mark = ''): Pair[] =>
  visitorHashes.map((hash) => [serviceId, `${mark}${ofVotes ? VOTE : ''}${hash}`] as const);

// Every voice that bears on a report, by the visitor's hash alone.
const READ = bulkStatement<VoiceRow>(
  ({ source, text }) => `
    select voices.service_id, voices.visitor_hash, voices.reported_at_ms
    from ${source} cross join voices
    where voices.service_id = ${text(0)} and voices.visitor_hash in (
      ${text(1)}, '${VOTE}' || ${text(1)}, '${SAID}' || ${text(1)}, '${SAID}${VOTE}' || ${text(1)})`,
);

/** When the visitors of these reports last counted, with a report or with a vote, or were told so. */
async function readVoices(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
): Promise<Map<string, number>> {
  if (reports.length === 0) return new Map();
  const rows = await READ(
    transaction,
    reports.flatMap((report) => voicesOf(report, false)),
  );
  return new Map(
    rows.map((row) => [pairKey([row.service_id, row.visitor_hash]), row.reported_at_ms]),
  );
}

/** A voice about to be taken. */
interface Claim {
  readonly report: NewReport;
  readonly voice: Pair;
}

/** What became of the voices. */
export interface ClaimedVoices {
  /** Reports that took their visitor's voice. */
  readonly counted: ReadonlySet<NewReport>;
  /** Reports whose visitor is told that they count; nobody's suspicion shows in it. */
  readonly toldCounted: ReadonlySet<NewReport>;
}

/**
 * Finds the reports and votes whose visitor has a voice now, and takes that voice.
 *
 * A visitor has one voice for reports and one for votes. It stands for the window, or until the visitor has said the
 * opposite, but never for less than an hour: whoever said "works again" and sees it fail again is heard, and whoever
 * presses both in turn is heard once an hour with each. A shared address is heard again after that hour in any case.
 *
 * A suspect takes no voice, so that it takes nobody's; but a voice beside it remembers what it was told. A visitor who
 * counts after that is told what is true by then: that a report of theirs is counted already.
 *
 * Two processes that race for one visitor meet at the voice's row: the second waits for the first to commit and then
 * fails the `where` of the update. Only across midnight, when two processes name the visitor by different days' hashes
 * in the same few milliseconds, can both count.
 *
 * @param reports In the order given by the caller; the first of one visitor and kind wins.
 * @param suspects Those of them that must not count.
 */
export async function claimVoices(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
  suspects: ReadonlySet<NewReport>,
  windowMs: number,
): Promise<ClaimedVoices> {
  const voices = await readVoices(transaction, reports);
  // Most visitors speak for the first time.
  const lastMs = (pairs: readonly Pair[]): number =>
    voices.size === 0
      ? -Infinity
      : Math.max(...pairs.map((pair) => voices.get(pairKey(pair)) ?? -Infinity));
  const turnMs = Math.min(TURN_MS, windowMs);
  const claimed = new Set<string>();
  const isClaimed = (pairs: readonly Pair[]): boolean =>
    pairs.some((pair) => claimed.has(pairKey(pair)));
  const claims = new Map<string, Claim>();
  const soon: Pair[] = [];
  const toldBefore = new Set<NewReport>();
  for (const report of reports) {
    const own = voicesOf(report, isVote(report));
    const said = voicesOf(report, isVote(report), SAID);
    const opposite = [false, true].map((isSaid) =>
      voicesOf(report, !isVote(report), isSaid ? SAID : ''),
    );
    const isSuspect = suspects.has(report);
    const mine = isSuspect ? said : own;
    const standsMs = (pairs: readonly Pair[]): number =>
      report.isShared || opposite.some((voice) => lastMs(voice) > lastMs(pairs))
        ? turnMs
        : windowMs;
    const stands = (pairs: readonly Pair[]): boolean =>
      report.receivedAtMs - lastMs(pairs) < standsMs(pairs) || isClaimed(pairs);
    if (stands(isSuspect ? own : said)) toldBefore.add(report);
    const [voice] = mine;
    if (voice && !stands(mine) && !(isSuspect && toldBefore.has(report))) {
      claims.set(pairKey(voice), { report, voice });
      if (standsMs(mine) === turnMs) soon.push(voice);
    }
    // A refused report claims too: the other hashes of a visitor refused under one of them are the same visitor's.
    for (const pair of mine) claimed.add(pairKey(pair));
  }
  const taken = await take(transaction, claims, soon, { windowMs, turnMs });
  return {
    counted: new Set([...taken].filter((report) => !suspects.has(report))),
    toldCounted: new Set([...taken].filter((report) => !toldBefore.has(report))),
  };
}

const isOver = (standsMs: string): string =>
  `voices.reported_at_ms <= excluded.reported_at_ms - ${standsMs}`;

const taking = (condition: (words: BulkWords) => string): RunBulk<VoiceKey> =>
  bulkStatement(
    (words) => `
      insert into voices (service_id, visitor_hash, reported_at_ms)
      select ${words.text(0)}, ${words.text(1)}, ${words.integer(2)} from ${words.source} where true
      on conflict (service_id, visitor_hash) do update set reported_at_ms = excluded.reported_at_ms
      where ${condition(words)}
      returning service_id, visitor_hash`,
  );

const TAKE = taking(({ numbers: [windowMs] }) => isOver(windowMs));
// Some of them may speak sooner.
const TAKE_SOON = taking(
  ({
    numbers: [windowMs, turnMs],
    moreRows,
    text,
  }) => `${isOver(windowMs)} or ${isOver(turnMs)} and exists (
    select 1 from ${moreRows}
    where ${text(0)} = excluded.service_id and ${text(1)} = excluded.visitor_hash)`,
);

async function take(
  transaction: TablesTransaction,
  claims: ReadonlyMap<string, Claim>,
  soon: readonly Pair[],
  { windowMs, turnMs }: { readonly windowMs: number; readonly turnMs: number },
): Promise<Set<NewReport>> {
  if (claims.size === 0) return new Set();
  const sorted = [...claims].sort(([left], [right]) => compareTexts(left, right));
  const rows = sorted.map(([, { report, voice }]) => [...voice, report.receivedAtMs]);
  const taken =
    soon.length === 0
      ? await TAKE(transaction, rows, windowMs)
      : await TAKE_SOON(transaction, rows, windowMs, turnMs, JSON.stringify(soon));
  return new Set(
    taken.flatMap((row) => claims.get(pairKey([row.service_id, row.visitor_hash]))?.report ?? []),
  );
}

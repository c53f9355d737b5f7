import { HOUR_MS } from '../lib/clock.js';
import { compareTexts, keyText } from '../lib/key-text.js';
import { isVote, type NewReport } from '../reports/new-report.js';
import { bulkStatement } from './bulk-statement.js';
import type { Flag, TablesTransaction, VoiceRow } from './tables.js';

/** A visitor who has said the opposite meanwhile may speak again after the hour that a feed counts: nobody is in it twice. */
const TURN_MS = HOUR_MS;

type VoiceKey = Pick<VoiceRow, 'service_id' | 'visitor_hash' | 'is_vote' | 'is_told_only'>;

const flag = (is: boolean): Flag => (is ? 1 : 0);

const keyOf = ({ service_id, visitor_hash, is_vote, is_told_only }: VoiceKey): string =>
  keyText(service_id, visitor_hash, is_vote, is_told_only);

/** The keys of a visitor's voices for reports or for votes, under each hash. */
const keysOf = (
  { serviceId, visitorHashes }: NewReport,
  ofVotes: boolean,
  isToldOnly: boolean,
): string[] =>
  visitorHashes.map((hash) => keyText(serviceId, hash, flag(ofVotes), flag(isToldOnly)));

// Every voice that bears on a report, by the visitor's hash alone.
const READ = bulkStatement<VoiceRow>(
  ({ source, text }) => `
    select voices.service_id, voices.visitor_hash, voices.is_vote, voices.is_told_only,
      voices.reported_at_ms, voices.opened_at_ms, voices.voice_count
    from ${source} cross join voices
    where voices.service_id = ${text(0)} and voices.visitor_hash = ${text(1)}`,
);

/** When, and how often, the visitors of these reports counted, with a report or with a vote, or were told so. */
async function readVoices(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
): Promise<Map<string, VoiceRow>> {
  if (reports.length === 0) return new Map();
  const rows = await READ(
    transaction,
    reports.flatMap(({ serviceId, visitorHashes }) =>
      visitorHashes.map((hash) => [serviceId, hash] as const),
    ),
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

type Voices = ReadonlyMap<string, VoiceRow>;

const lastMs = (voices: Voices, keys: readonly string[]): number =>
  Math.max(...keys.map((key) => voices.get(key)?.reported_at_ms ?? -Infinity));

const hasSaidOpposite = (voices: Voices, report: NewReport, keys: readonly string[]): boolean =>
  [false, true].some(
    (isToldOnly) =>
      lastMs(voices, keysOf(report, !isVote(report), isToldOnly)) > lastMs(voices, keys),
  );

/** Whether a shared address was heard as often as it is allowed to since its window opened. */
const isUsedUp = (
  voices: Voices,
  { sharedAllowance, receivedAtMs }: NewReport,
  keys: readonly string[],
  windowMs: number,
): boolean =>
  sharedAllowance !== undefined &&
  sharedAllowance <=
    keys
      .flatMap((key) => voices.get(key) ?? [])
      .filter((row) => receivedAtMs - row.opened_at_ms < windowMs)
      .reduce((sum, row) => sum + row.voice_count, 0);

/** A voice about to be taken. */
interface Claim {
  readonly report: NewReport;
  readonly isToldOnly: boolean;
  /** How long the one before it stands. */
  readonly standsMs: number;
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
 * presses both in turn is heard once an hour with each. A shared address is heard again after that hour in any case, as
 * often in a window as it is allowed; the window opens with its first voice.
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
  const turnMs = Math.min(TURN_MS, windowMs);
  const claims = new Map<string, Claim>();
  const claimed = new Set<string>();
  const toldBefore = new Set<NewReport>();
  const standsMs = (report: NewReport, keys: readonly string[]): number =>
    report.sharedAllowance !== undefined || hasSaidOpposite(voices, report, keys)
      ? turnMs
      : windowMs;
  const stands = (report: NewReport, keys: readonly string[]): boolean =>
    // Most visitors speak for the first time.
    (voices.size > 0 &&
      (report.receivedAtMs - lastMs(voices, keys) < standsMs(report, keys) ||
        isUsedUp(voices, report, keys, windowMs))) ||
    keys.some((key) => claimed.has(key));
  for (const report of reports) {
    const isSuspect = suspects.has(report);
    const mine = keysOf(report, isVote(report), isSuspect);
    if (stands(report, keysOf(report, isVote(report), !isSuspect))) toldBefore.add(report);
    const [voice] = mine;
    if (voice !== undefined && !stands(report, mine) && !(isSuspect && toldBefore.has(report))) {
      claims.set(voice, { report, isToldOnly: isSuspect, standsMs: standsMs(report, mine) });
    }
    // A refused report claims too: the other hashes of a visitor refused under one of them are the same visitor's.
    for (const key of mine) claimed.add(key);
  }
  const taken = await takeAll(transaction, claims, { windowMs, turnMs });
  return {
    counted: new Set([...taken].filter((report) => !suspects.has(report))),
    toldCounted: new Set([...taken].filter((report) => !toldBefore.has(report))),
  };
}

const isOver = (standsMs: string, since = 'reported_at_ms'): string =>
  `voices.${since} <= excluded.reported_at_ms - ${standsMs}`;

const TAKE = bulkStatement<VoiceKey>(
  ({ source, text, integer, numbers: [windowMs, standsMs] }) => `
    insert into voices
      (service_id, visitor_hash, is_vote, is_told_only, reported_at_ms, opened_at_ms, voice_count)
    select ${text(0)}, ${text(1)}, ${integer(2)}, ${integer(3)}, ${integer(4)}, ${integer(4)}, 1
    from ${source} where true
    on conflict (service_id, visitor_hash, is_vote, is_told_only) do update set
      reported_at_ms = excluded.reported_at_ms,
      opened_at_ms = case when ${isOver(windowMs, 'opened_at_ms')}
        then excluded.reported_at_ms else voices.opened_at_ms end,
      voice_count = case when ${isOver(windowMs, 'opened_at_ms')} then 1 else voices.voice_count + 1 end
    where ${isOver(standsMs)}
    returning service_id, visitor_hash, is_vote, is_told_only`,
);

/** Takes the voices of those who have to wait as long as everybody first, then of those who may speak sooner. */
async function takeAll(
  transaction: TablesTransaction,
  claims: ReadonlyMap<string, Claim>,
  { windowMs, turnMs }: { readonly windowMs: number; readonly turnMs: number },
): Promise<Set<NewReport>> {
  const sorted = [...claims].sort(([left], [right]) => compareTexts(left, right));
  const taken = new Set<NewReport>();
  // In one order everywhere, see `addReports`.
  for (const standsMs of new Set([windowMs, turnMs])) {
    const rows = sorted
      .filter(([, claim]) => claim.standsMs === standsMs)
      .map(([, { report, isToldOnly }]) => [
        report.serviceId,
        report.visitorHashes[0],
        flag(isVote(report)),
        flag(isToldOnly),
        report.receivedAtMs,
      ]);
    if (rows.length === 0) continue;
    for (const row of await TAKE(transaction, rows, windowMs, standsMs)) {
      const claim = claims.get(keyOf(row));
      if (claim) taken.add(claim.report);
    }
  }
  return taken;
}

import { StoreError } from '../lib/store-error.js';

/**
 * One report as it reaches the store, or its opposite, a vote: "works for me again". Nothing of it identifies a visitor.
 */
export interface NewReport {
  readonly serviceId: string;
  /** Id of one of the service's categories; `null` for a vote, which has none. */
  readonly category: string | null;
  /** Made by the client, the same for every retry; 8 to 64 characters. With `serviceId` it is the primary key. */
  readonly idempotencyKey: string;
  /** Keyed hash of the address prefix under the day's salt; the first is today's, others are of days still remembered. */
  readonly visitorHashes: readonly [string, ...string[]];
  /** Origin of the page that held the widget, `'null'` for an opaque one, `''` when the server's own. */
  readonly origin: string;
  /** Server's clock, epoch milliseconds. */
  readonly receivedAtMs: number;
  /** Of an address that strangers may share: it is heard so often in a window, again as soon as the feed's hour is over. */
  readonly sharedAllowance?: number | undefined;
  /** Networks that hold the address, each with the counted voices it has in a window; none: no limit. */
  readonly networks?: readonly SenderNetwork[];
  /** Of the proof of work, which is good for one report. */
  readonly nonce?: string;
  /** Why it must not count, found out before; the visitor is not told. */
  readonly suspicion?: UncountedReason;
}

/** A network of which only so many visitors count. */
export interface SenderNetwork {
  /** Keyed hashes, today's first, as of a visitor. */
  readonly hashes: readonly [string, ...string[]];
  /** Counted voices of one service in a window. */
  readonly allowance: number;
}

/**
 * Why a report is stored and not counted, without the visitor being told. Of its proof of work: `forged`, `foreign` (of
 * another service or address), `expired`, `early` (sooner than a person can choose), `replayed`. `network_full` its
 * network has no voices left, `site_full` the site it came from has none.
 */
export type UncountedReason =
  | 'forged'
  | 'foreign'
  | 'expired'
  | 'early'
  | 'replayed'
  | 'network_full'
  | 'site_full';

/** Whether it is a vote and no report. */
export const isVote = ({ category }: Pick<NewReport, 'category'>): boolean => category === null;

/** What a visitor may be told: `counted`, or `already_reported` within the voice window. */
export type ToldOutcome = 'counted' | 'already_reported';

/** What became of a report, now or at the first try with the same key. */
export type StoredOutcome = ToldOutcome | UncountedReason;

/** What became of a report, and what its visitor is told, which never depends on a suspicion. */
export interface StoredAnswer {
  readonly outcome: StoredOutcome;
  readonly told: ToldOutcome;
}

/** Longest text of a report in UTF-16 units: four bytes each still fit into a Postgres index entry (2,704 bytes). */
const MAX_TEXT_LENGTH = 512;
// Postgres refuses a NUL, libsql cuts the text there, and half a surrogate pair comes back as another character.
const UNSTORABLE = /\0|\p{Surrogate}/u;

const assertText = (field: string, text: string): void => {
  if (text.length <= MAX_TEXT_LENGTH && !UNSTORABLE.test(text)) return;
  throw new StoreError(
    `${field}: expected at most ${MAX_TEXT_LENGTH} characters without NUL or half a surrogate pair, got ${JSON.stringify(text.slice(0, 60))}`,
    { code: 'invalid' },
  );
};

/**
 * Refuses a report that would make the whole batch around it fail.
 *
 * @throws {StoreError} `invalid`, naming the field.
 */
export function assertStorable(report: NewReport): void {
  assertText('serviceId', report.serviceId);
  assertText('category', report.category ?? '');
  assertText('idempotencyKey', report.idempotencyKey);
  assertText('origin', report.origin);
  assertText('nonce', report.nonce ?? '');
  for (const hash of report.visitorHashes) assertText('visitorHashes', hash);
  for (const { hashes } of report.networks ?? []) {
    for (const hash of hashes) assertText('networks', hash);
  }
}

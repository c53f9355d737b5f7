import { StoreError } from '../lib/store-error.js';

/**
 * One report as it reaches the store, or its opposite, a vote ("works for me again"). No field identifies a visitor.
 */
export interface NewReport {
  readonly serviceId: string;
  /** Id of one of the service's categories; `null` for a vote. */
  readonly category: string | null;
  /** Chosen by the client, the same for every retry; 8 to 64 characters. With `serviceId` it is the primary key. */
  readonly idempotencyKey: string;
  /** Keyed hashes of the address prefix: the first under today's salt, others under salts still in use. */
  readonly visitorHashes: readonly [string, ...string[]];
  /** Origin of the page that held the widget, `'null'` for an opaque one, `''` when the server's own. */
  readonly origin: string;
  /** Server's clock, epoch milliseconds. */
  readonly receivedAtMs: number;
  /** Reports per count window for an address that strangers may share; each blocks the next for the feed's hour. */
  readonly sharedAllowance?: number | undefined;
  /** Networks that hold the address. Empty or missing: no limit. */
  readonly networks?: readonly SenderNetwork[];
  /** The nonce of the proof of work, which is valid for one report. */
  readonly nonce?: string;
  /** Why the report must not count; the answer to the visitor does not show it. */
  readonly suspicion?: UncountedReason;
}

/** A network with a limited number of counted visitors. */
export interface SenderNetwork {
  /** Keyed hashes, today's first, like a visitor's. */
  readonly hashes: readonly [string, ...string[]];
  /** Visitors that count for one service per count window. */
  readonly allowance: number;
}

/**
 * Why a report is stored but not counted; the answer to the visitor does not show it. About the proof of work: `forged`,
 * `foreign` (for another service or address), `expired`, `early` (sooner than a person can choose), `replayed`.
 * `network_full` and `site_full`: the visitor's network or the embedding site has used up its allowance.
 */
export type UncountedReason =
  | 'forged'
  | 'foreign'
  | 'expired'
  | 'early'
  | 'replayed'
  | 'network_full'
  | 'site_full';

/** Whether a report is a vote. */
export const isVote = ({ category }: Pick<NewReport, 'category'>): boolean => category === null;

/** The outcome in the visitor's answer: `counted`, or `already_reported` within the count window. */
export type ToldOutcome = 'counted' | 'already_reported';

/** The stored outcome of a report, decided at the first try with its key. */
export type StoredOutcome = ToldOutcome | UncountedReason;

/** A report's stored outcome, and the one in the visitor's answer, which never depends on a suspicion. */
export interface StoredAnswer {
  readonly outcome: StoredOutcome;
  readonly told: ToldOutcome;
}

/** Longest text of a report in UTF-16 units; at four bytes each it still fits into a Postgres index entry (2,704 bytes). */
const MAX_TEXT_LENGTH = 512;
// Postgres rejects NUL, libsql truncates the text there, and a lone surrogate comes back as another character.
const UNSTORABLE = /\0|\p{Surrogate}/u;

const assertText = (field: string, text: string): void => {
  if (text.length <= MAX_TEXT_LENGTH && !UNSTORABLE.test(text)) return;
  throw new StoreError(
    `${field}: expected at most ${MAX_TEXT_LENGTH} characters without NUL or half a surrogate pair, got ${JSON.stringify(text.slice(0, 60))}`,
    { code: 'invalid' },
  );
};

/**
 * Rejects a report that would make its whole batch fail.
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

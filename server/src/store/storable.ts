import { StoreError, type NewReport } from './store.js';

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

import { StoreError, type NewReport } from './store.js';

/** Longest text of a report in UTF-16 units: four bytes each still fit into a Postgres index entry (2,704 bytes). */
const MAX_TEXT_LENGTH = 512;
// Postgres refuses a NUL, libsql cuts the text there, and half a surrogate pair comes back as another character.
const UNSTORABLE = /\0|\p{Surrogate}/u;

/**
 * Refuses a report that would make the whole batch around it fail.
 *
 * @throws {StoreError} `invalid`, naming the field.
 */
export function assertStorable(report: NewReport): void {
  const texts: readonly (readonly [string, string])[] = [
    ['serviceId', report.serviceId],
    ['category', report.category ?? ''],
    ['idempotencyKey', report.idempotencyKey],
    ['origin', report.origin],
    ['nonce', report.nonce ?? ''],
    ...(report.networks ?? []).flatMap(({ hashes }) =>
      hashes.map((hash) => ['networks', hash] as const),
    ),
    ...report.visitorHashes.map((hash) => ['visitorHashes', hash] as const),
  ];
  for (const [field, text] of texts) {
    if (text.length > MAX_TEXT_LENGTH || UNSTORABLE.test(text)) {
      throw new StoreError(
        `${field}: expected at most ${MAX_TEXT_LENGTH} characters without NUL or half a surrogate pair, got ${JSON.stringify(text.slice(0, 60))}`,
        { code: 'invalid' },
      );
    }
  }
}

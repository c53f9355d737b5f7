/**
 * A moment for a picture or page that may be read much later and anywhere: `2026-11-24 09:35 UTC`.
 * Digits and order are the same in every language, as in ISO 8601.
 *
 * @param atMs Epoch milliseconds.
 */
export const formatUtc = (atMs: number): string =>
  `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

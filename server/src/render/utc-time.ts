/**
 * A moment for a picture or a page that may be looked at much later and anywhere: `2026-11-24 09:35 UTC`.
 * Digits and order are the same in every language, as ISO 8601 has them.
 *
 * @param atMs Epoch milliseconds.
 */
export const formatUtc = (atMs: number): string =>
  `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

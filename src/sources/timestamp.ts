const FIRST_MS = Date.UTC(2000, 0, 1);
const LAST_MS = Date.UTC(2100, 0, 1) - 1000;

/** Writes epoch milliseconds as the feed does: UTC, whole seconds; outside the years 2000 to 2099 the nearest of them. */
export function toTimestamp(atMs: number): string {
  const boundedMs = Math.min(LAST_MS, Math.max(FIRST_MS, atMs));
  return new Date(boundedMs).toISOString().replace(/\.\d+Z$/, 'Z');
}

/**
 * Reads a date in any form the platform reads.
 *
 * @returns The date as the feed writes it, or `undefined` when it is not readable or not in the years 2000 to 2099.
 */
export function readTimestamp(value: unknown): string | undefined {
  const atMs = typeof value === 'string' ? Date.parse(value) : NaN;
  return atMs >= FIRST_MS && atMs <= LAST_MS ? toTimestamp(atMs) : undefined;
}

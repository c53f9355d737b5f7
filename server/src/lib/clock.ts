/** Returns the time in epoch milliseconds. Tests pass in their own. */
export type Clock = () => number;

export const SECOND_MS = 1000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The start of the step that contains a moment, counted from the epoch, so hours and days are in UTC. */
export const floorTo = (atMs: number, stepMs: number): number => atMs - (atMs % stepMs);

/** A moment in the feed's format: ISO 8601 in UTC, whole seconds. */
export const toTimestamp = (atMs: number): string =>
  `${new Date(floorTo(atMs, SECOND_MS)).toISOString().slice(0, -5)}Z`;

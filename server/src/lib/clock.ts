/** Tells the time in epoch milliseconds. The door through which tests bring their own time. */
export type Clock = () => number;

export const SECOND_MS = 1000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The start of the step that holds a moment, counted from the epoch, so hours and days are those of UTC. */
export const floorTo = (atMs: number, stepMs: number): number => atMs - (atMs % stepMs);

/** A moment as the feed writes it: ISO 8601 in UTC, whole seconds. */
export const toTimestamp = (atMs: number): string =>
  `${new Date(floorTo(atMs, SECOND_MS)).toISOString().slice(0, -5)}Z`;

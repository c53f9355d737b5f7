import type { CheckState } from './check-state.js';

/** What is known of a service's addresses, by address. */
export type StoredChecks = Readonly<Record<string, CheckState>>;

/** What feeds show of checks, but for the times of checks and of answers. Two are the same text if they show the same. */
export const visibleOf = (checks: StoredChecks = {}): string =>
  JSON.stringify(
    Object.entries(checks).map(([url, { status, sinceMs, failure }]) => [
      url,
      status,
      sinceMs,
      failure,
    ]),
  );

/** Stores what checks have found, and who asks. Every method rejects with `StoreError` if the database is unreachable. */
export interface ProbeStore {
  /** What was last written for a service, or `undefined`. */
  readChecks(serviceId: string): Promise<StoredChecks | undefined>;
  /**
   * Replaces what is known of a service's addresses, and announces a change unless only times of checks and durations
   * differ.
   */
  writeChecks(serviceId: string, checks: StoredChecks): Promise<void>;
  /**
   * Takes or keeps the right to ask. One process has it at a time; another gets it once it has run out.
   *
   * @param holder Names the process.
   * @param nowMs Epoch milliseconds, by the clock of the process.
   * @param untilMs When it runs out unless it is taken again.
   * @returns Whether the process has it now.
   */
  takeLease(holder: string, nowMs: number, untilMs: number): Promise<boolean>;
  /** Gives the right up, if the process has it. */
  releaseLease(holder: string): Promise<void>;
}

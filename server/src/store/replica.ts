import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from './tables.js';

/** How long a read waits for the replica to catch up; after that it uses the primary. */
const PATIENCE_MS = 100;
const STEP_MS = 10;
/** How long a failed replica is not used. */
const REST_MS = 30_000;

interface Check {
  /** A value of `#writes`: the answer covers the writes up to it. */
  readonly upTo: number;
  readonly hasAll: Promise<boolean>;
}

/**
 * A standby of the primary, for reads. It may lag, so it is used only if it has replayed everything that this process has
 * written or received announcements of. After each write, one query asks the primary for its log position, and others ask
 * the replica whether it has passed it. If it has not, or if it fails, the primary is read.
 */
export class Replica {
  readonly #primary: Database;
  readonly #replica: Database;
  #writes = 1;
  /** The value of `#writes` that the replica is known to have reached. */
  #reached = 0;
  #check: Check | undefined;
  #restsUntil = Number.NEGATIVE_INFINITY;

  /** @param replica A physical standby of `primary`; any other database is never read. */
  constructor(primary: Database, replica: Database) {
    this.#primary = primary;
    this.#replica = replica;
  }

  /** Notes that the primary has new data that later reads must include. */
  noteWrite(): void {
    this.#writes += 1;
  }

  /**
   * Reads from the replica if it is up to date, otherwise from the primary.
   *
   * @param run The read; it runs a second time if the replica fails.
   * @throws The primary's errors.
   */
  async read<T>(run: (db: Database) => Promise<T>): Promise<T> {
    if (performance.now() >= this.#restsUntil) {
      try {
        if (await this.#hasAll()) return await run(this.#replica);
      } catch {
        this.#restsUntil = performance.now() + REST_MS;
      }
    }
    return run(this.#primary);
  }

  /** Closes the replica's connections. */
  async close(): Promise<void> {
    await this.#replica.destroy();
  }

  #hasAll(): Promise<boolean> {
    const needed = this.#writes;
    if (this.#reached >= needed) return Promise.resolve(true);
    if (!this.#check || this.#check.upTo < needed) {
      const check: Check = { upTo: needed, hasAll: this.#catchUp(needed) };
      this.#check = check;
      const forget = (): void => {
        if (this.#check === check) this.#check = undefined;
      };
      check.hasAll.then(forget, forget);
    }
    return this.#check.hasAll;
  }

  async #catchUp(upTo: number): Promise<boolean> {
    const { rows } = await sql<{
      place: string;
    }>`select pg_current_wal_lsn()::text as place`.execute(this.#primary);
    const place = rows[0]?.place ?? '';
    for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += STEP_MS) {
      if (await this.#isPast(place)) {
        this.#reached = Math.max(this.#reached, upTo);
        return true;
      }
      await wait(STEP_MS);
    }
    return false;
  }

  async #isPast(place: string): Promise<boolean> {
    // A promoted standby has a history of its own, so its replay position means nothing any more.
    const { rows } = await sql<{ past: boolean | null }>`
      select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= ${place}::pg_lsn as past`.execute(
      this.#replica,
    );
    return rows[0]?.past === true;
  }
}

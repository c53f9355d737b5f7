import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from './tables.js';

/** How long a read waits for the replica to catch up, in steps; then it goes to the primary. */
const PATIENCE_MS = 100;
const STEP_MS = 10;
/** How long a replica is left alone that failed. */
const REST_MS = 30_000;

interface Check {
  /** Of `#writes`: what has been written by then is in the answer. */
  readonly upTo: number;
  readonly hasAll: Promise<boolean>;
}

/**
 * A standby of the primary, for reads. It may be behind, so it is only read when it has everything that this process has
 * written, or has been told of by others: their place in the primary's log is asked for once after each write, and whether
 * the replica has come by it. Otherwise, and where it fails, the primary is read.
 */
export class Replica {
  readonly #primary: Database;
  readonly #replica: Database;
  #writes = 1;
  /** Of `#writes`: the replica is known to have them. */
  #reached = 0;
  #check: Check | undefined;
  #restsUntil = Number.NEGATIVE_INFINITY;

  /** @param replica A physical standby of `primary`; anything else is never read. */
  constructor(primary: Database, replica: Database) {
    this.#primary = primary;
    this.#replica = replica;
  }

  /** Says that the primary has something new that later reads must have. */
  noteWrite(): void {
    this.#writes += 1;
  }

  /**
   * Reads, by the replica where it can.
   *
   * @param run A read; run twice when the replica fails in it.
   * @throws What the primary throws.
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

  /** Lets go of the replica. */
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
    // A standby that was promoted goes its own way: what it replayed says nothing any more.
    const { rows } = await sql<{ past: boolean | null }>`
      select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= ${place}::pg_lsn as past`.execute(
      this.#replica,
    );
    return rows[0]?.past === true;
  }
}

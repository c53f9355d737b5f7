import { sql } from 'kysely';
import type { Client } from 'pg';
import { ChangeListeners, type ChangeChannel, type ChangeListener } from './change-channel.js';
import type { TablesTransaction } from './tables.js';

const CHANNEL = 'outage_status_change';
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 10_000;

/**
 * Carries changes between all processes on one Postgres, with `LISTEN` and `NOTIFY` on a connection of its own. `NOTIFY`
 * serialises commits, so it is used for status changes only, never for reports. Postgres keeps no notifications for an
 * absent listener, so after a lost connection every known service is announced.
 */
export class PostgresChanges implements ChangeChannel {
  readonly #connect: () => Promise<Client>;
  readonly #readServices: () => Promise<string[]>;
  readonly #listeners = new ChangeListeners();
  #client: Client | undefined;
  #retryTimer: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(connect: () => Promise<Client>, readServices: () => Promise<string[]>) {
    this.#connect = connect;
    this.#readServices = readServices;
  }

  /**
   * Resolves once it is listening.
   *
   * @param connect Opens a direct session to the primary (a standby and a transaction pooler cannot listen).
   * @param readServices Returns the ids of all services that may have changed while nothing listened.
   * @throws The database's own error.
   */
  static async open(
    connect: () => Promise<Client>,
    readServices: () => Promise<string[]>,
  ): Promise<PostgresChanges> {
    const changes = new PostgresChanges(connect, readServices);
    await changes.#listen();
    return changes;
  }

  async publish(transaction: TablesTransaction, serviceId: string): Promise<void> {
    await sql`select pg_notify(${CHANNEL}, ${serviceId})`.execute(transaction);
  }

  /** Does nothing: Postgres delivers the notification to this process, too. */
  published(): void {}

  subscribe(listener: ChangeListener): () => void {
    return this.#listeners.add(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retryTimer);
    this.#listeners.clear();
    await this.#client?.end();
  }

  async #listen(): Promise<void> {
    const client = await this.#connect();
    client.on('notification', ({ payload }) => {
      if (payload) this.#listeners.call(payload);
    });
    // 'end' follows every error. Without this listener, an 'error' event would end the process.
    client.on('error', () => {});
    client.once('end', () => {
      if (this.#client === client) this.#scheduleRetry(FIRST_RETRY_MS);
    });
    try {
      await client.query(`listen ${CHANNEL}`);
    } catch (cause) {
      await client.end().catch(() => {});
      throw cause;
    }
    if (this.#closed) return client.end();
    this.#client = client;
  }

  #scheduleRetry(delayMs: number): void {
    if (this.#closed) return;
    this.#client = undefined;
    this.#retryTimer = setTimeout(() => void this.#retry(delayMs), delayMs);
    this.#retryTimer.unref();
  }

  async #retry(delayMs: number): Promise<void> {
    try {
      await this.#listen();
      for (const serviceId of await this.#readServices()) this.#listeners.call(serviceId);
    } catch {
      const listening = this.#client;
      this.#scheduleRetry(Math.min(2 * delayMs, LONGEST_RETRY_MS));
      await listening?.end().catch(() => {});
    }
  }
}

import type { ServerResponse } from 'node:http';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { CatalogService } from '../catalog/load-catalog.js';
import type { FeedCache } from '../feed/feed-cache.js';
import { Throttle } from '../lib/throttle.js';

const PUSH_INTERVAL_MS = 1000;
/** Clients give up a connection that brings nothing for 45 s. */
const HEARTBEAT_MS = 20_000;
/**
 * Time between the first bytes of a stream and its first event. Caddy 2.6.2 compresses a stream, and then holds its
 * events back, if the first piece of it that it reads has 512 bytes or more.
 */
const FIRST_BYTES_ALONE_MS = 100;
/** An unchanged feed is pushed again after this long, so that clients that only listen never hold a stale one. */
const KEEP_FRESH_MS = 60_000;
/** A client with this much unread output is disconnected; it will reconnect. */
const MAX_PILED_BYTES = 1_000_000;
/** Writes before other requests get a chance. */
const WRITES_PER_PAUSE = 1000;
/** An event and no comment, which scripts in a browser cannot see. */
const HEARTBEAT = Buffer.from('event: heartbeat\ndata:\n\n');

/** Writes to a connection, unless it has ended meanwhile, or ends it because its client does not read. */
const write = (connection: ServerResponse, bytes: Buffer): void => {
  if (connection.writableLength > MAX_PILED_BYTES) connection.destroy();
  else if (!connection.writableEnded && !connection.destroyed) connection.write(bytes);
};

/** Pushes feeds to a service's watchers. Writes straight to the connection: hono's `streamSSE` costs five times the CPU. */
export class Hub {
  readonly #catalog: ReadonlyMap<string, CatalogService>;
  readonly #feeds: FeedCache;
  readonly #watchers = new Map<string, Set<ServerResponse>>();
  readonly #pushedAt = new Map<string, number>();
  readonly #pushes: Throttle;
  readonly #heartbeat: NodeJS.Timeout;
  #count = 0;
  #closed = false;

  constructor(catalog: ReadonlyMap<string, CatalogService>, feeds: FeedCache) {
    this.#catalog = catalog;
    this.#feeds = feeds;
    this.#pushes = new Throttle(PUSH_INTERVAL_MS, (serviceId) => this.#push(serviceId));
    this.#heartbeat = setInterval(() => void this.#beat(), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  /** Open event streams, over all services. */
  get watcherCount(): number {
    return this.#count;
  }

  /** True once the server is shutting down. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Announces that a service's feed has changed. Watchers get the new one within a second. */
  announce(serviceId: string): void {
    this.#feeds.markChanged(serviceId);
    if (this.#watchers.has(serviceId)) this.#pushes.request(serviceId);
  }

  /** Adds a connection whose headers are set, and sends it the feed after 0.1 s. */
  add(service: CatalogService, connection: ServerResponse): void {
    const { id: serviceId } = service;
    const watchers = this.#watchers.get(serviceId) ?? new Set();
    this.#watchers.set(serviceId, watchers.add(connection));
    this.#count += 1;
    connection.once('close', () => {
      this.#count -= 1;
      watchers.delete(connection);
      if (watchers.size === 0 && this.#watchers.get(serviceId) === watchers) {
        this.#watchers.delete(serviceId);
      }
    });
    if (!this.#pushedAt.has(serviceId)) this.#pushedAt.set(serviceId, performance.now());
    // Jittered, so that the watchers of a restarted server do not all reconnect at the same instant.
    const retryMs = 2000 + Math.round(Math.random() * 3000);
    connection.write(`retry: ${retryMs}\n\n`);
    setTimeout(() => void this.#sendFirst(service, connection), FIRST_BYTES_ALONE_MS).unref();
  }

  /** Ends every stream. Clients reconnect on their own. */
  close(): void {
    this.#closed = true;
    clearInterval(this.#heartbeat);
    this.#pushes.close();
    for (const watchers of this.#watchers.values()) {
      for (const connection of watchers) connection.end();
    }
  }

  async #sendFirst(service: CatalogService, connection: ServerResponse): Promise<void> {
    try {
      const { event } = await this.#feeds.get(service);
      write(connection, event);
    } catch {
      // The database does not answer. Heartbeats are withheld too, so clients poll and learn why.
    }
  }

  async #push(serviceId: string): Promise<void> {
    const service = this.#catalog.get(serviceId);
    if (!service) return;
    const { event } = await this.#feeds.getChanged(service);
    this.#pushedAt.set(serviceId, performance.now());
    await this.#writeToAll(this.#watchers.get(serviceId) ?? [], event);
  }

  async #beat(): Promise<void> {
    const now = performance.now();
    for (const [serviceId, watchers] of this.#watchers) {
      if (now - (this.#pushedAt.get(serviceId) ?? 0) >= KEEP_FRESH_MS)
        this.#pushes.request(serviceId);
      else await this.#writeToAll(watchers, HEARTBEAT);
    }
  }

  async #writeToAll(watchers: Iterable<ServerResponse>, bytes: Buffer): Promise<void> {
    let written = 0;
    for (const connection of Array.from(watchers)) {
      write(connection, bytes);
      written += 1;
      if (written % WRITES_PER_PAUSE === 0) await yieldToOthers();
    }
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { parseJson, type Official } from 'outage-status/feed';
import { readOfficialPage } from 'outage-status/sources';
import type { CatalogService } from '../catalog/load-catalog.js';
import { type Clock, SECOND_MS, toTimestamp } from '../clock.js';
import type { Log } from '../log.js';
import type { Store } from '../store/store.js';
import { fetchPage } from './fetch-page.js';

/** The first looks are spread over this long, so that a start does not open every connection at once. */
const SPREAD_MS = 2000;

/** A service with an official page. */
type OfficialService = CatalogService & { official: NonNullable<CatalogService['official']> };

interface Memory {
  etag: string | undefined;
  failing: boolean;
}

/** Looks at the vendors' status pages again and again, and keeps in the store what they say. */
export class OfficialPoller {
  readonly #parts: OfficialPollerParts;
  readonly #services: readonly OfficialService[];
  readonly #memory = new Map<string, Memory>();
  readonly #stop = new AbortController();
  #loops: Promise<void>[] = [];

  constructor(parts: OfficialPollerParts, services: Iterable<CatalogService>) {
    this.#parts = parts;
    this.#services = [...services].filter(
      (service): service is OfficialService => service.official !== undefined,
    );
  }

  start(): void {
    this.#loops = this.#services.map((service) => this.#watch(service));
  }

  /** Stops, and waits for the requests under way to be given up. */
  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#loops);
  }

  /** Looks at one page once. Never rejects: a failure keeps what was known, whose age tells the rest. */
  async look(service: OfficialService): Promise<void> {
    const memory = this.#memory.get(service.id) ?? { etag: undefined, failing: false };
    this.#memory.set(service.id, memory);
    const { log, observe } = this.#parts;
    try {
      observe(await this.#read(service, memory));
      if (memory.failing) log.info({ service: service.id }, 'official page is readable again');
      memory.failing = false;
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      observe('failed');
      if (!memory.failing) {
        const reason = error instanceof Error ? error.message : String(error);
        log.warn({ service: service.id, reason }, 'official page cannot be read');
      }
      memory.failing = true;
    }
  }

  async #watch(service: OfficialService): Promise<void> {
    const { signal } = this.#stop;
    const pause = (durationMs: number): Promise<unknown> =>
      sleep(durationMs, undefined, { signal, ref: false }).catch(() => undefined);
    await pause(Math.random() * SPREAD_MS);
    while (!signal.aborted) {
      await this.look(service);
      await pause(this.#parts.pollSeconds * SECOND_MS * (0.9 + 0.2 * Math.random()));
    }
  }

  async #read(service: OfficialService, memory: Memory): Promise<'read' | 'unchanged'> {
    const { store, fetch, now, onRead } = this.#parts;
    const before = await store.readOfficial(service.id);
    const answer = await fetchPage(service.official.feed, {
      fetch,
      // Without what it was said of, "unchanged" would say nothing.
      etag: before ? memory.etag : undefined,
      signal: this.#stop.signal,
    });
    const checkedAtMs = now();
    let official: Official;
    if (answer.kind === 'document') {
      const { feed, page, format } = service.official;
      const document = parseJson(answer.text);
      // The catalogue's address of the page is the one a person has looked at.
      official = { ...readOfficialPage(document, { url: feed, checkedAtMs, format }), url: page };
      memory.etag = answer.etag;
    } else {
      if (!before) throw new Error('it answered "unchanged" although nothing was known');
      official = { ...before, checkedAt: toTimestamp(checkedAtMs) };
    }
    await store.writeOfficial(service.id, official);
    await onRead(service.id);
    return answer.kind === 'document' ? 'read' : 'unchanged';
  }
}

/** What an {@link OfficialPoller} works with. */
export interface OfficialPollerParts {
  readonly store: Store;
  readonly fetch: typeof fetch;
  readonly now: Clock;
  readonly pollSeconds: number;
  readonly log: Log;
  /** Told what came of every look. */
  readonly observe: (outcome: 'read' | 'unchanged' | 'failed') => void;
  /** Told after what a page says was stored. */
  readonly onRead: (serviceId: string) => Promise<void>;
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { CatalogService } from '../catalog/load-catalog.js';
import type { AddressRule } from '../lib/address-rule.js';
import { type Clock, SECOND_MS, toTimestamp } from '../lib/clock.js';
import type { Log } from '../lib/log.js';
import type { OfficialStore } from './official-store.js';
import { nextPause } from './next-pause.js';
import { PageError } from './page-error.js';
import { PageReader } from './page-reader.js';
import {
  listPages,
  readForService,
  unreadableOfficial,
  type OfficialService,
  type WatchedPage,
} from './watched-page.js';

/** The first looks are spread over this long, so that a start does not open every connection at once. */
const SPREAD_MS = 2000;

/** What came of one look at a page. */
export type LookOutcome = 'read' | 'unchanged' | 'failed';

interface Watch extends WatchedPage {
  readonly reader: PageReader;
  failureCount: number;
  retryAfterMs: number | undefined;
  /** Ids of the services of which a page that was readable said nothing that could be understood. */
  silent: readonly string[];
}

// undici wraps what happened: "fetch failed", because of a reset connection.
const describeReason = (error: unknown): string => {
  const innermost = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return innermost instanceof Error ? innermost.message : String(innermost);
};

/** Looks at the vendors' status pages again and again, and keeps in the store what they say. */
export class OfficialPoller {
  readonly #parts: OfficialPollerParts;
  readonly #watches: readonly Watch[];
  readonly #stop = new AbortController();
  #loops: Promise<void>[] = [];

  constructor(parts: OfficialPollerParts, services: Iterable<CatalogService>) {
    this.#parts = parts;
    const { fetch, rule, now } = parts;
    this.#watches = listPages(services).map((page) => ({
      ...page,
      reader: new PageReader(page.place, { fetch, rule, now, signal: this.#stop.signal }),
      failureCount: 0,
      retryAfterMs: undefined,
      silent: [],
    }));
  }

  start(): void {
    this.#loops = this.#watches.map((watch) => this.#watch(watch));
  }

  /** Stops, and waits for the requests under way to be given up. */
  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#loops);
  }

  /** Looks at every page once. Never rejects: a failure keeps what was known, whose age tells the rest. */
  async lookOnce(): Promise<void> {
    await Promise.all(this.#watches.map((watch) => this.#look(watch)));
  }

  async #look(watch: Watch): Promise<void> {
    const { log, observe } = this.#parts;
    const page = watch.place.feed;
    try {
      const outcome = await this.#read(watch);
      observe(outcome);
      if (watch.failureCount > 0) log.info({ page }, 'official page is readable again');
      watch.failureCount = 0;
      watch.retryAfterMs = undefined;
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      observe('failed');
      if (watch.failureCount === 0) {
        log.warn({ page, reason: describeReason(error) }, 'official page cannot be read');
      }
      watch.failureCount += 1;
      watch.retryAfterMs = error instanceof PageError ? error.retryAfterMs : undefined;
      // Whatever was half done is done anew.
      watch.reader.forget();
      await this.#admit(watch.services);
    }
  }

  async #watch(watch: Watch): Promise<void> {
    const { signal } = this.#stop;
    const pause = (durationMs: number): Promise<unknown> =>
      sleep(durationMs, undefined, { signal, ref: false }).catch(() => undefined);
    await pause(Math.random() * SPREAD_MS);
    while (!signal.aborted) {
      await this.#look(watch);
      const { failureCount, retryAfterMs } = watch;
      const intervalMs = this.#parts.pollSeconds * SECOND_MS;
      await pause(nextPause({ intervalMs, failureCount, retryAfterMs, random: Math.random() }));
    }
  }

  async #read(watch: Watch): Promise<LookOutcome> {
    const { reader, services } = watch;
    const document = await reader.read();
    const checkedAtMs = this.#parts.now();
    if (document === undefined) {
      await Promise.all(services.map((service) => this.#confirm(service, checkedAtMs)));
      return 'unchanged';
    }
    // Each for itself: components that one service no longer finds are no reason to keep the news from the others.
    const results = await Promise.allSettled(
      services.map((service) => this.#keep(service, document, checkedAtMs)),
    );
    const failures = results.filter((result) => result.status === 'rejected');
    if (failures.length === services.length) throw failures[0]?.reason;
    return this.#tellSilent(
      watch,
      services.filter((_service, index) => results[index]?.status === 'rejected'),
      failures[0]?.reason,
    );
  }

  /** The page is readable and not to be asked less often, but some of its services are not on it. */
  async #tellSilent(
    watch: Watch,
    services: readonly OfficialService[],
    reason: unknown,
  ): Promise<LookOutcome> {
    const { log } = this.#parts;
    const ids = services.map(({ id }) => id);
    if (ids.join() !== watch.silent.join() && ids.length > 0) {
      const page = watch.place.feed;
      log.warn({ page, services: ids, reason: describeReason(reason) }, 'official page is silent');
    }
    watch.silent = ids;
    if (ids.length === 0) return 'read';
    // "Unchanged" would confirm what it said of them before.
    watch.reader.forget();
    await this.#admit(services);
    return 'failed';
  }

  async #keep(service: OfficialService, document: unknown, checkedAtMs: number): Promise<void> {
    const { store, onRead } = this.#parts;
    const official = readForService(service, document, checkedAtMs);
    await store.writeOfficial(service.id, official);
    await store.recordVendorIncidents(service.id, official.incidents, checkedAtMs);
    await onRead(service.id);
  }

  async #confirm(service: OfficialService, checkedAtMs: number): Promise<void> {
    const { store, onRead } = this.#parts;
    const before = await store.readOfficial(service.id);
    if (!before) throw new Error('it has not changed, but what it said is gone from the store');
    await store.writeOfficial(service.id, { ...before, checkedAt: toTimestamp(checkedAtMs) });
    await onRead(service.id);
  }

  /** Says of services whose page was never readable that it is there and silent. */
  async #admit(services: readonly OfficialService[]): Promise<void> {
    const { store, now, onRead, log } = this.#parts;
    try {
      for (const service of services) {
        if (await store.readOfficial(service.id)) continue;
        await store.writeOfficial(service.id, unreadableOfficial(service, now()));
        await onRead(service.id);
      }
    } catch (error) {
      log.warn({ err: error }, 'an unreadable page could not be written down');
    }
  }
}

/** What an {@link OfficialPoller} works with. */
export interface OfficialPollerParts {
  readonly store: OfficialStore;
  /** Connects only where it may, see `createGuardedFetch`. */
  readonly fetch: typeof fetch;
  readonly rule: AddressRule;
  readonly now: Clock;
  readonly pollSeconds: number;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** Told what came of every look. */
  readonly observe: (outcome: LookOutcome) => void;
  /** Told after what a page says was stored. */
  readonly onRead: (serviceId: string) => Promise<void>;
}

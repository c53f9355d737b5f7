import { setMaxListeners } from 'node:events';
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
  type OfficialPage,
} from './official-page.js';

/** The first polls are spread over this long, so that a start does not open all connections at once. */
const SPREAD_MS = 2000;

/** The result of polling one page. */
export type PollOutcome = 'read' | 'unchanged' | 'failed';

interface PolledPage extends OfficialPage {
  readonly reader: PageReader;
  failureCount: number;
  retryAfterMs: number | undefined;
  /** Ids of the services that the last readable document did not cover. */
  silent: readonly string[];
}

// undici wraps the cause in an error that only says "fetch failed".
const describeReason = (error: unknown): string => {
  const innermost = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return innermost instanceof Error ? innermost.message : String(innermost);
};

/** Polls the vendors' status pages and stores their status. */
export class OfficialPoller {
  readonly #parts: OfficialPollerParts;
  readonly #pages: readonly PolledPage[];
  readonly #stop = new AbortController();
  #loops: Promise<void>[] = [];

  constructor(parts: OfficialPollerParts, services: Iterable<CatalogService>) {
    this.#parts = parts;
    const { fetch, rule, now } = parts;
    // Every page waits on this signal; beyond ten, Node would print a warning of a leak.
    setMaxListeners(0, this.#stop.signal);
    this.#pages = listPages(services).map((page) => ({
      ...page,
      reader: new PageReader(page.place, { fetch, rule, now, signal: this.#stop.signal }),
      failureCount: 0,
      retryAfterMs: undefined,
      silent: [],
    }));
  }

  start(): void {
    this.#loops = this.#pages.map((page) => this.#pollForever(page));
  }

  /** Stops, and waits until the current requests are aborted. */
  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#loops);
  }

  /** Polls every page once. Never rejects: after a failure the last status stays, and expires with time. */
  async pollOnce(): Promise<void> {
    await Promise.all(this.#pages.map((page) => this.#poll(page)));
  }

  async #poll(polled: PolledPage): Promise<void> {
    const { log, observe } = this.#parts;
    const page = polled.place.feed;
    try {
      const outcome = await this.#read(polled);
      observe(outcome);
      if (polled.failureCount > 0) log.info({ page }, 'official page is readable again');
      polled.failureCount = 0;
      polled.retryAfterMs = undefined;
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      observe('failed');
      if (polled.failureCount === 0) {
        log.warn({ page, reason: describeReason(error) }, 'official page cannot be read');
      }
      polled.failureCount += 1;
      polled.retryAfterMs = error instanceof PageError ? error.retryAfterMs : undefined;
      // The next poll starts over, because this one may have stored only some services.
      polled.reader.forget();
      await this.#storeUnknown(polled.services);
    }
  }

  async #pollForever(polled: PolledPage): Promise<void> {
    const { signal } = this.#stop;
    const pause = (durationMs: number): Promise<unknown> =>
      sleep(durationMs, undefined, { signal, ref: false }).catch(() => undefined);
    await pause(Math.random() * SPREAD_MS);
    while (!signal.aborted) {
      await this.#poll(polled);
      const { failureCount, retryAfterMs } = polled;
      const intervalMs = this.#parts.pollSeconds * SECOND_MS;
      await pause(nextPause({ intervalMs, failureCount, retryAfterMs, random: Math.random() }));
    }
  }

  async #read(polled: PolledPage): Promise<PollOutcome> {
    const { reader, services } = polled;
    const document = await reader.read();
    const checkedAtMs = this.#parts.now();
    if (document === undefined) {
      await Promise.all(services.map((service) => this.#confirm(service, checkedAtMs)));
      return 'unchanged';
    }
    // Each service on its own: missing components of one service must not keep the news from the others.
    const results = await Promise.allSettled(
      services.map((service) => this.#keep(service, document, checkedAtMs)),
    );
    const failures = results.filter((result) => result.status === 'rejected');
    if (failures.length === services.length) throw failures[0]?.reason;
    return this.#reportSilent(
      polled,
      services.filter((_service, index) => results[index]?.status === 'rejected'),
      failures[0]?.reason,
    );
  }

  /** Handles services that a readable page does not cover. The page itself keeps its normal interval. */
  async #reportSilent(
    polled: PolledPage,
    services: readonly OfficialService[],
    reason: unknown,
  ): Promise<PollOutcome> {
    const { log } = this.#parts;
    const ids = services.map(({ id }) => id);
    if (ids.join() !== polled.silent.join() && ids.length > 0) {
      const page = polled.place.feed;
      log.warn({ page, services: ids, reason: describeReason(reason) }, 'official page is silent');
    }
    polled.silent = ids;
    if (ids.length === 0) return 'read';
    // Otherwise an "unchanged" would confirm their old status.
    polled.reader.forget();
    await this.#storeUnknown(services);
    return 'failed';
  }

  async #keep(service: OfficialService, document: unknown, checkedAtMs: number): Promise<void> {
    const { store, onRead } = this.#parts;
    const official = readForService(service, document, checkedAtMs);
    const incidents = await store.recordVendorIncidents(
      service.id,
      official.incidents,
      checkedAtMs,
    );
    await store.writeOfficial(service.id, { ...official, incidents });
    await onRead(service.id);
  }

  async #confirm(service: OfficialService, checkedAtMs: number): Promise<void> {
    const { store, onRead } = this.#parts;
    const before = await store.readOfficial(service.id);
    if (!before) throw new Error('it has not changed, but what it said is gone from the store');
    await store.writeOfficial(service.id, { ...before, checkedAt: toTimestamp(checkedAtMs) });
    await onRead(service.id);
  }

  /** Stores `unknown` for services whose page has never been read. */
  async #storeUnknown(services: readonly OfficialService[]): Promise<void> {
    const { store, now, onRead, log } = this.#parts;
    try {
      for (const service of services) {
        if (await store.readOfficial(service.id)) continue;
        await store.writeOfficial(service.id, unreadableOfficial(service, now()));
        await onRead(service.id);
      }
    } catch (error) {
      log.warn({ err: error }, 'the status of an unreadable page could not be stored');
    }
  }
}

/** The parts of an {@link OfficialPoller}. */
export interface OfficialPollerParts {
  readonly store: OfficialStore;
  /** Connects only where allowed, see `createGuardedFetch`. */
  readonly fetch: typeof fetch;
  readonly rule: AddressRule;
  readonly now: Clock;
  readonly pollSeconds: number;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** Called with the outcome of every poll. */
  readonly observe: (outcome: PollOutcome) => void;
  /** Called after a service's official status was stored. */
  readonly onRead: (serviceId: string) => Promise<void>;
}

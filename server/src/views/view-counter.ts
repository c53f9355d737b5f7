import { type Clock, floorTo, MINUTE_MS } from '../lib/clock.js';
import type { Log } from '../lib/log.js';
import type { ViewCount, ViewStore } from './view-store.js';

/** A store that does not answer may miss so many minutes of views; older ones are dropped. */
const MAX_WAITING_MINUTES = 10;

/** What a {@link ViewCounter} works with. */
export interface ViewCounterParts {
  readonly store: Pick<ViewStore, 'addViews'>;
  readonly now: Clock;
  readonly log: Pick<Log, 'warn'>;
  /** Told of every view. */
  readonly observe: () => void;
}

/**
 * Counts how often each service's feed is looked at, by the minute: numbers, and nothing about who looked. They wait in
 * memory and are written once a minute, so that no answer waits for them; a crash loses a minute.
 *
 * What counts is decided by the route: an answered `GET` of `status.json` without `If-None-Match`. It is less than all
 * looks: a CDN in front answers most by itself, and a browser that has the feed already asks only whether it changed.
 * It is also more: a program that polls without a validator counts every time. A measure to compare with itself.
 */
export class ViewCounter {
  readonly #parts: ViewCounterParts;
  /** By minute, then by service; services are those of the catalogue, so this is bounded. */
  readonly #waiting = new Map<number, Map<string, number>>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #failing = false;

  constructor(parts: ViewCounterParts) {
    this.#parts = parts;
  }

  /**
   * Counts an answered `GET` of the feed, if it is a look.
   *
   * @param serviceId Of a service in the catalogue.
   * @param validator Its `If-None-Match`; whoever names one has seen the feed before, which makes it a poll and no look.
   */
  countRequest(serviceId: string, validator: string | undefined): void {
    if (!validator) this.count(serviceId);
  }

  /** Counts one look. @param serviceId Of a service in the catalogue. */
  count(serviceId: string): void {
    this.#parts.observe();
    const minuteMs = floorTo(this.#parts.now(), MINUTE_MS);
    const minute = this.#waiting.get(minuteMs) ?? new Map<string, number>();
    this.#waiting.set(minuteMs, minute);
    minute.set(serviceId, (minute.get(serviceId) ?? 0) + 1);
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > MAX_WAITING_MINUTES && oldest !== undefined)
      this.#waiting.delete(oldest);
  }

  start(): void {
    this.#timer = setInterval(() => void this.flush(), MINUTE_MS);
    this.#timer.unref();
  }

  /** Writes what waits. Never rejects: what could not be written waits for the next time. */
  flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  /** Stops, and writes what waits. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }

  async #write(): Promise<void> {
    const { store, log } = this.#parts;
    const minutes = [...this.#waiting];
    this.#waiting.clear();
    const views = minutes.flatMap(([atMs, minute]): ViewCount[] =>
      [...minute].map(([serviceId, count]) => ({ serviceId, atMs, count })),
    );
    if (views.length === 0) return;
    try {
      await store.addViews(views);
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) log.warn({ err: error }, 'views could not be written');
      this.#failing = true;
      this.#putBack(minutes);
    }
  }

  /** What came meanwhile is newer and stays. */
  #putBack(minutes: readonly (readonly [number, Map<string, number>])[]): void {
    const newer = [...this.#waiting];
    this.#waiting.clear();
    for (const [atMs, minute] of minutes) this.#waiting.set(atMs, minute);
    for (const [atMs, minute] of newer) {
      const before = this.#waiting.get(atMs);
      if (!before) this.#waiting.set(atMs, minute);
      else for (const [id, count] of minute) before.set(id, (before.get(id) ?? 0) + count);
    }
    for (const atMs of [...this.#waiting.keys()].slice(0, -MAX_WAITING_MINUTES)) {
      this.#waiting.delete(atMs);
    }
  }
}

import { type Clock, floorTo, MINUTE_MS } from '../lib/clock.js';
import type { Log } from '../lib/log.js';
import type { ViewCount, ViewStore } from './view-store.js';

/** Most minutes of views kept while the store does not answer; older ones are dropped. */
const MAX_WAITING_MINUTES = 10;

/** The parts of a {@link ViewCounter}. */
export interface ViewCounterParts {
  readonly store: Pick<ViewStore, 'addViews'>;
  readonly now: Clock;
  readonly log: Pick<Log, 'warn'>;
  /** Called for every view. */
  readonly observe: () => void;
}

/**
 * Counts the views of each service's feed by the minute: numbers only, nothing about the viewer. Counts stay in memory and
 * are written once a minute, so no answer waits for them; a crash loses up to a minute.
 *
 * A view is an answered `GET` of `status.json` without `If-None-Match`. This misses views that a CDN or the browser's cache
 * answers, and counts a visitor again who asks for the guide that a first answer left out, and every poll of a program that
 * sends no validator. Compare the number only with itself.
 */
export class ViewCounter {
  readonly #parts: ViewCounterParts;
  /** By minute, then by service. Bounded, because services are those of the catalogue. */
  readonly #waiting = new Map<number, Map<string, number>>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #failing = false;

  constructor(parts: ViewCounterParts) {
    this.#parts = parts;
  }

  /**
   * Counts an answered `GET` of the feed, if it is a view.
   *
   * @param serviceId Id of a service in the catalogue.
   * @param validator Its `If-None-Match`. A client that sends one already has the feed, so its request is not a view.
   */
  countRequest(serviceId: string, validator: string | undefined): void {
    if (!validator) this.count(serviceId);
  }

  /** Counts one view. @param serviceId Id of a service in the catalogue. */
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

  /** Writes the waiting counts. Never rejects: counts that could not be written wait for the next time. */
  flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  /** Stops, and writes the waiting counts. */
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

  /** Puts unwritten counts back. If there are too many minutes, the oldest are dropped. */
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

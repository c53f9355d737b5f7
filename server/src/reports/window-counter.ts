import type { Clock } from '../lib/clock.js';
import { countingWindow } from '../lib/counting-window.js';
import type { ReportStore } from './report-store.js';

interface Reading {
  running: Promise<number>;
  next: Promise<number> | undefined;
}

/** Counts a service's reports in the feed's window. At most two queries per service run or wait, however many callers ask. */
export class WindowCounter {
  readonly #store: Pick<ReportStore, 'countByCategory'>;
  readonly #now: Clock;
  readonly #readings = new Map<string, Reading>();

  constructor(store: Pick<ReportStore, 'countByCategory'>, now: Clock) {
    this.#store = store;
    this.#now = now;
  }

  /**
   * The number of reports, from a query that starts after this call, so it includes what the caller has just stored.
   *
   * @throws {StoreError} When the store does not answer.
   */
  count(serviceId: string): Promise<number> {
    const reading = this.#readings.get(serviceId);
    if (!reading) return this.#begin(serviceId);
    const goOn = (): Promise<number> => this.#begin(serviceId);
    reading.next ??= reading.running.then(goOn, goOn);
    return reading.next;
  }

  #begin(serviceId: string): Promise<number> {
    const reading: Reading = { running: this.#query(serviceId), next: undefined };
    this.#readings.set(serviceId, reading);
    const finish = (): void => {
      if (this.#readings.get(serviceId) === reading && !reading.next)
        this.#readings.delete(serviceId);
    };
    reading.running.then(finish, finish);
    return reading.running;
  }

  async #query(serviceId: string): Promise<number> {
    const { fromMs, toMs } = countingWindow(this.#now());
    const counts = await this.#store.countByCategory(serviceId, fromMs, toMs);
    return [...counts.values()].reduce((sum, count) => sum + count, 0);
  }
}

/**
 * Runs a job per key at once, then at most once per interval, however many requests arrive. The last request is never
 * lost, and two runs for one key never overlap.
 */
export class Throttle {
  readonly #intervalMs: number;
  readonly #job: (key: string) => Promise<void>;
  readonly #againByKey = new Map<string, boolean>();
  readonly #wakes = new Set<() => void>();
  #closed = false;

  /**
   * @param intervalMs Least time between the starts of two runs for one key.
   * @param job Must handle its own failures; a rejection ends only that run.
   */
  constructor(intervalMs: number, job: (key: string) => Promise<void>) {
    this.#intervalMs = intervalMs;
    this.#job = job;
  }

  /** Requests a run that starts after this call. */
  request(key: string): void {
    if (this.#closed) return;
    const running = this.#againByKey.has(key);
    this.#againByKey.set(key, running);
    if (!running) void this.#work(key);
  }

  /** Starts no further runs; a current run finishes. */
  close(): void {
    this.#closed = true;
    for (const wake of this.#wakes) wake();
  }

  async #work(key: string): Promise<void> {
    do {
      this.#againByKey.set(key, false);
      const startedAtMs = performance.now();
      await this.#job(key).catch(() => undefined);
      await this.#sleep(this.#intervalMs - (performance.now() - startedAtMs));
    } while (this.#againByKey.get(key) && !this.#closed);
    this.#againByKey.delete(key);
  }

  #sleep(durationMs: number): Promise<void> {
    if (durationMs <= 0 || this.#closed) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#wakes.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, durationMs);
      timer.unref();
      this.#wakes.add(wake);
    });
  }
}

import { RateLimiterRes } from 'rate-limiter-flexible';
import { SECOND_MS } from '../clock.js';
import { TwoGenerations } from '../two-generations.js';
import type { Limiter } from './store.js';

interface Window {
  readonly endsAtMs: number;
  points: number;
}

/**
 * A limit in the memory of one process. That of rate-limiter-flexible keeps a timer for every key: with thousands of
 * visitors a second they are most of what the garbage collector looks at. What is over is forgotten within two durations.
 */
export class MemoryLimiter implements Limiter {
  readonly #points: number;
  readonly #durationMs: number;
  /** A window is over before the generation after its own. */
  readonly #windows = new TwoGenerations<Window>();
  #willTurn = false;

  /** @param points See `Store.openLimiter`. */
  constructor(points: number, durationSeconds: number) {
    this.#points = points;
    this.#durationMs = durationSeconds * SECOND_MS;
  }

  async consume(key: string): Promise<RateLimiterRes> {
    // Not the clock of the day, which may be put back.
    const nowMs = performance.now();
    let window = this.#windows.get(key);
    if (!window || nowMs >= window.endsAtMs) {
      window = { endsAtMs: nowMs + this.#durationMs, points: 0 };
      this.#windows.set(key, window);
      if (!this.#willTurn) this.#turnLater();
    }
    window.points += 1;
    const left = Math.max(0, this.#points - window.points);
    const result = new RateLimiterRes(left, window.endsAtMs - nowMs, window.points);
    if (window.points > this.#points) throw result;
    return result;
  }

  // By itself, as nothing may be known of anybody just because nobody has come since.
  #turnLater(): void {
    this.#willTurn = true;
    setTimeout(() => {
      this.#willTurn = false;
      const isInUse = this.#windows.youngSize > 0;
      this.#windows.turn();
      if (isInUse) this.#turnLater();
    }, this.#durationMs).unref();
  }
}

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
 * visitors a second they are most of what the garbage collector looks at.
 */
export class MemoryLimiter implements Limiter {
  readonly #points: number;
  readonly #durationMs: number;
  /** A window is over before the generation after its own. */
  readonly #windows = new TwoGenerations<Window>();
  #turnAtMs = 0;

  /** @param points See `Store.openLimiter`. */
  constructor(points: number, durationSeconds: number) {
    this.#points = points;
    this.#durationMs = durationSeconds * SECOND_MS;
  }

  async consume(key: string): Promise<RateLimiterRes> {
    // Not the clock of the day, which may be put back.
    const nowMs = performance.now();
    if (nowMs >= this.#turnAtMs) {
      this.#windows.turn();
      this.#turnAtMs = nowMs + this.#durationMs;
    }
    let window = this.#windows.get(key);
    if (!window || nowMs >= window.endsAtMs) {
      window = { endsAtMs: nowMs + this.#durationMs, points: 0 };
      this.#windows.set(key, window);
    }
    window.points += 1;
    const left = Math.max(0, this.#points - window.points);
    const result = new RateLimiterRes(left, window.endsAtMs - nowMs, window.points);
    if (window.points > this.#points) throw result;
    return result;
  }
}

import { SECOND_MS } from '../lib/clock.js';
import { TwoGenerations } from '../lib/two-generations.js';

/** Slots remembered at most; the newest half is never forgotten early. */
const MAX_SLOTS = 100_000;

interface CountedSlot {
  readonly idempotencyKey: string;
  readonly countedAtMs: number;
}

/** Remembers, in this process only, when a visitor's report or vote counted, to compute when the next one counts. */
export class RecentlyCounted {
  readonly #windowMs: number;
  readonly #slots = new TwoGenerations<CountedSlot>();

  constructor(windowSeconds: number) {
    this.#windowMs = windowSeconds * SECOND_MS;
  }

  /**
   * Records that a report or vote counted. A retry does not move the time.
   *
   * @param slot Names visitor, service and kind.
   * @param idempotencyKey The key of the counted report or vote.
   */
  remember(slot: string, idempotencyKey: string, nowMs: number): void {
    if (this.#slots.get(slot)?.idempotencyKey === idempotencyKey) return;
    if (this.#slots.youngSize >= MAX_SLOTS / 2) this.#slots.rotate();
    this.#slots.set(slot, { idempotencyKey, countedAtMs: nowMs });
  }

  /**
   * Seconds until the next report counts, at most; the whole window if another process counted the last one.
   *
   * @param slots All names under which the visitor may have counted.
   */
  secondsLeft(slots: readonly string[], nowMs: number): number {
    const countedAtMs = slots
      .map((slot) => this.#slots.get(slot)?.countedAtMs)
      .find((atMs) => atMs !== undefined && nowMs - atMs < this.#windowMs);
    const leftMs =
      countedAtMs === undefined ? this.#windowMs : countedAtMs + this.#windowMs - nowMs;
    return Math.max(1, Math.ceil(leftMs / SECOND_MS));
  }
}

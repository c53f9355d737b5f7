import { SECOND_MS } from '../lib/clock.js';
import { TwoGenerations } from '../lib/two-generations.js';

/** As many voices are remembered at most, and the last half of them for certain. */
const MAX_SLOTS = 100_000;

interface CountedSlot {
  readonly idempotencyKey: string;
  readonly countedAtMs: number;
}

/** Remembers, in this process only, when a visitor's report or vote was counted, to tell when the next one counts. */
export class RecentlyCounted {
  readonly #windowMs: number;
  readonly #slots = new TwoGenerations<CountedSlot>();

  constructor(windowSeconds: number) {
    this.#windowMs = windowSeconds * SECOND_MS;
  }

  /**
   * A retry of what was counted does not move its time.
   *
   * @param slot Names visitor, service and kind.
   * @param idempotencyKey Of the report or vote that was counted.
   */
  remember(slot: string, idempotencyKey: string, nowMs: number): void {
    if (this.#slots.get(slot)?.idempotencyKey === idempotencyKey) return;
    if (this.#slots.youngSize >= MAX_SLOTS / 2) this.#slots.rotate();
    this.#slots.set(slot, { idempotencyKey, countedAtMs: nowMs });
  }

  /**
   * Seconds until another one counts, at the latest; the whole window when another process counted the last.
   *
   * @param slots All names the visitor may have been counted under.
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

import { SECOND_MS } from '../lib/clock.js';

/** Slots remembered at most; the newest half is never forgotten early. */
const MAX_SLOTS = 100_000;

/**
 * A map that forgets the oldest entries, one generation at a time: it knows the entries set since the last {@link rotate},
 * and in the generation before. A large `Map` that drops its oldest entry for each new one would walk over thousands of
 * gaps that the dropped entries left.
 */
class TwoGenerations<Value> {
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();

  /** Entries set since the last rotation. */
  get youngSize(): number {
    return this.#young.size;
  }

  get(key: string): Value | undefined {
    return this.#young.get(key) ?? this.#old.get(key);
  }

  set(key: string, value: Value): void {
    this.#young.set(key, value);
  }

  /** Drops the older generation and starts a new one. */
  rotate(): void {
    this.#old = this.#young;
    this.#young = new Map();
  }
}

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

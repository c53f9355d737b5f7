/**
 * A map that forgets what was set longest ago, a generation at a time: what was set since the last {@link rotate}, and between
 * that and the one before, is known. A `Map` that forgets its oldest entry for each new one walks over the gaps that the
 * others have left, thousands of them when it is large.
 */
export class TwoGenerations<Value> {
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

  /** Forgets the older generation and begins a new one. */
  rotate(): void {
    this.#old = this.#young;
    this.#young = new Map();
  }
}

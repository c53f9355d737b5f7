/**
 * A map that forgets the oldest entries, one generation at a time: it knows the entries set since the last {@link rotate},
 * and in the generation before. A large `Map` that drops its oldest entry for each new one would walk over thousands of
 * gaps that the dropped entries left.
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

  /** Drops the older generation and starts a new one. */
  rotate(): void {
    this.#old = this.#young;
    this.#young = new Map();
  }
}

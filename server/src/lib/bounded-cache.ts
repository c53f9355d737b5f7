/** Keeps a limited number of values by key; drops the least recently used. */
export class BoundedCache<Value> {
  readonly #limit: number;
  readonly #values = new Map<string, Value>();
  #newestKey: string | undefined;

  /** @param limit Most entries kept, 1 or more; may be `Infinity`. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The value of a key; calls `make` if it is missing or `undefined`. */
  get(key: string, make: () => Value): Value {
    const known = this.#values.get(key);
    if (known !== undefined && key === this.#newestKey) return known;
    const value = known ?? make();
    // Re-insert as the newest: a Map keeps the order of insertion.
    this.#values.delete(key);
    this.#values.set(key, value);
    this.#newestKey = key;
    if (this.#values.size > this.#limit) {
      for (const oldest of this.#values.keys()) {
        this.#values.delete(oldest);
        break;
      }
    }
    return value;
  }

  /** The value of a key if it is there; does not count as a use. */
  peek(key: string): Value | undefined {
    return this.#values.get(key);
  }

  /** Drops one key. */
  delete(key: string): void {
    this.#values.delete(key);
  }
}

/** Keeps a limited number of values by key; drops the least recently used. */
export class BoundedCache<Value> {
  readonly #limit: number;
  readonly #values = new Map<string, Value>();

  /** @param limit Most entries kept, 1 or more. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The value of a key; calls `make` if it is missing. */
  get(key: string, make: () => Value): Value {
    const known = this.#values.get(key);
    const value = known ?? make();
    // Re-insert as the newest: a Map keeps the order of insertion.
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#limit) {
      for (const oldest of this.#values.keys()) {
        this.#values.delete(oldest);
        break;
      }
    }
    return value;
  }

  /** Drops one key. */
  delete(key: string): void {
    this.#values.delete(key);
  }
}

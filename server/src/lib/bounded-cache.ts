/** Keeps what was made last, by key; forgets what was used longest ago. */
export class BoundedCache<Value> {
  readonly #limit: number;
  readonly #values = new Map<string, Value>();
  #newestKey: string | undefined;

  /** @param limit Entries kept at most, 1 or more; may be `Infinity`. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The value of a key, made now when it is not there or `undefined`. */
  get(key: string, make: () => Value): Value {
    const known = this.#values.get(key);
    if (known !== undefined && key === this.#newestKey) return known;
    const value = known ?? make();
    // Behind the others: a Map keeps the order of insertion.
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

  /** The value of a key if it is there; that is no use of it. */
  peek(key: string): Value | undefined {
    return this.#values.get(key);
  }

  /** Forgets one key. */
  delete(key: string): void {
    this.#values.delete(key);
  }
}

/** Keeps what was made last, by key; forgets what was used longest ago. */
export class BoundedCache<Value> {
  readonly #limit: number;
  readonly #values = new Map<string, Value>();

  /** @param limit Entries kept at most, 1 or more. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The value of a key, made now when it is not there. */
  get(key: string, make: () => Value): Value {
    const known = this.#values.get(key);
    const value = known ?? make();
    // Behind the others: a Map keeps the order of insertion.
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

  /** Forgets one key. */
  delete(key: string): void {
    this.#values.delete(key);
  }
}

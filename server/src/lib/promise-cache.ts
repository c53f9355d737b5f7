import { BoundedCache } from './bounded-cache.js';

interface Kept<Value> {
  readonly version: number;
  readonly promise: Promise<Value>;
}

/**
 * Keeps what was asked for, by key, as the promise of it: however many ask at the same time, it is made once. A promise
 * that rejects is forgotten, so that the next call tries again.
 */
export class PromiseCache<Value> {
  readonly #kept: BoundedCache<Kept<Value>>;

  /** @param limit Entries kept at most; what was used longest ago is forgotten first. */
  constructor(limit = Number.POSITIVE_INFINITY) {
    this.#kept = new BoundedCache(limit);
  }

  /**
   * The promise of a key.
   *
   * @param make Makes it when it is not there.
   * @param version What is kept of another version is made again, e.g. once an hour with the hour as the version.
   */
  get(key: string, make: () => Promise<Value>, version = 0): Promise<Value> {
    if (this.#kept.peek(key)?.version !== version) this.#kept.delete(key);
    return this.#kept.get(key, () => {
      const kept = { version, promise: make() };
      kept.promise.catch(() => {
        // By then, another version may have taken its place.
        if (this.#kept.peek(key) === kept) this.#kept.delete(key);
      });
      return kept;
    }).promise;
  }

  /** The promise of a key if it is there, of whatever version. */
  peek(key: string): Promise<Value> | undefined {
    return this.#kept.peek(key)?.promise;
  }

  /** Forgets one key. */
  delete(key: string): void {
    this.#kept.delete(key);
  }
}

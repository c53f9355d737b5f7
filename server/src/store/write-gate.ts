/**
 * Lets one writer at a time through, in order of arrival. Without it, two connections of one process would compete for the
 * database's lock, which has no queue.
 */
export class WriteGate {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs a function once all earlier ones have settled. */
  pass<T>(write: () => Promise<T>): Promise<T> {
    const passing = this.#last.then(write, write);
    this.#last = passing.catch(() => undefined);
    return passing;
  }
}

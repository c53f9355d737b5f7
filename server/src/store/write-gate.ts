/**
 * Lets one writer at a time through, in the order they came. Two connections of one process would otherwise meet at the
 * database's lock, where nobody queues: whoever asks again at the right moment gets it.
 */
export class WriteGate {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs a function when everything before it has settled. */
  pass<T>(write: () => Promise<T>): Promise<T> {
    const passing = this.#last.then(write, write);
    this.#last = passing.catch(() => undefined);
    return passing;
  }
}

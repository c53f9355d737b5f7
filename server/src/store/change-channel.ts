import type { TablesTransaction } from './tables.js';

/** Called with the id of a service that has changed. Must not throw. */
export type ChangeListener = (serviceId: string) => void;

/** Carries changes to their listeners: within one process, or between all processes on one Postgres. */
export interface ChangeChannel {
  /** Joins a change to the transaction that makes it, so that it is announced if and only if that commits. */
  publish(transaction: TablesTransaction, serviceId: string): Promise<void>;
  /** Must be called once the transaction of a published change has committed. */
  published(serviceId: string): void;
  /** Calls back on every later change. Returns a function that unsubscribes. */
  subscribe(listener: ChangeListener): () => void;
  close(): Promise<void>;
}

/** Listeners by registration, so that one function may be registered twice. */
export class ChangeListeners {
  readonly #listeners = new Set<{ readonly listener: ChangeListener }>();

  add(listener: ChangeListener): () => void {
    const registration = { listener };
    this.#listeners.add(registration);
    return () => this.#listeners.delete(registration);
  }

  call(serviceId: string): void {
    for (const { listener } of this.#listeners) listener(serviceId);
  }

  clear(): void {
    this.#listeners.clear();
  }
}

/** Changes within this process, for an embedded database. */
export function localChanges(): ChangeChannel {
  const listeners = new ChangeListeners();
  return {
    publish: async () => {},
    published: (serviceId) => listeners.call(serviceId),
    subscribe: (listener) => listeners.add(listener),
    close: async () => listeners.clear(),
  };
}

/** The views of a service's feed in one minute. */
export interface ViewCount {
  readonly serviceId: string;
  /** Epoch milliseconds, anywhere in the minute. */
  readonly atMs: number;
  readonly count: number;
}

/** Stores the views of feeds. Every method rejects with `StoreError` if the database is unreachable. */
export interface ViewStore {
  /** Adds views to those of this and other processes. */
  addViews(views: readonly ViewCount[]): Promise<void>;
  /** Views of a service's feed in `[fromMs, toMs)`, see `ViewCounter`. Kept for 8 days. */
  countViews(serviceId: string, fromMs: number, toMs: number): Promise<number>;
}

/** How often a service's feed was looked at in one minute. */
export interface ViewCount {
  readonly serviceId: string;
  /** Epoch milliseconds, anywhere in the minute. */
  readonly atMs: number;
  readonly count: number;
}

/** Keeps how often feeds are looked at. Every method rejects with `StoreError` when the database cannot be reached. */
export interface ViewStore {
  /** Adds views, by the minute, to those of this and other processes. */
  addViews(views: readonly ViewCount[]): Promise<void>;
  /** How often a service's feed was looked at in `[fromMs, toMs)`, see `ViewCounter`. Kept for 8 days. */
  countViews(serviceId: string, fromMs: number, toMs: number): Promise<number>;
}

import type { Incident, Official } from 'outage-status/feed';

/** Keeps what vendors' pages say. Every method rejects with `StoreError` when the database cannot be reached. */
export interface OfficialStore {
  /** What the vendor's page said last, or `undefined`. */
  readOfficial(serviceId: string): Promise<Official | undefined>;
  /** Replaces what the vendor's page said last, and announces it if more than the time of the check has changed. */
  writeOfficial(serviceId: string, official: Official): Promise<void>;
  /**
   * Records what the vendor's page lists now, in one transaction. An incident that is known, by its id, is brought up to
   * date; an open one that is no longer listed has ended, at `seenAtMs`.
   *
   * @param listed All open ones and any others, of source `official`; with 20 or more, open ones may have been left out, and
   *   none is ended.
   * @param seenAtMs Epoch milliseconds.
   */
  recordVendorIncidents(
    serviceId: string,
    listed: readonly Incident[],
    seenAtMs: number,
  ): Promise<void>;
}

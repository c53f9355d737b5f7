import type { Incident, Official } from 'outage-status/feed';

/** Stores the status and incidents of vendors' pages. Every method rejects with `StoreError` if the database is unreachable. */
export interface OfficialStore {
  /** The last status from the vendor's page, or `undefined`. */
  readOfficial(serviceId: string): Promise<Official | undefined>;
  /** Replaces the vendor's last status, and announces a change unless only the time of the check differs. */
  writeOfficial(serviceId: string, official: Official): Promise<void>;
  /**
   * Records the incidents on the vendor's page, in one transaction. It updates known incidents, by id, and ends open ones
   * that are no longer listed at `seenAtMs`. An incident keeps the earliest start that is known of it, unless it had ended
   * hours before; without any it starts at its end, or when it was first seen.
   *
   * @param listed All open incidents and any others, of source `official`. A list of 20 or more may lack open incidents, so
   *   it ends none.
   * @param seenAtMs Epoch milliseconds.
   * @returns The same incidents in the same order, with the start that was recorded.
   */
  recordVendorIncidents(
    serviceId: string,
    listed: readonly Incident[],
    seenAtMs: number,
  ): Promise<Incident[]>;
}

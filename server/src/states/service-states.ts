import type { Official, Status } from 'outage-status/feed';
import { weighVoices } from 'outage-status/model';
import type { CatalogService } from '../catalog/load-catalog.js';
import { freshenOfficial } from '../official/official-freshness.js';
import type { DecisionStore, StoredDecision } from '../decide/decision-store.js';
import type { OfficialStore } from '../official/official-store.js';
import { type ProbeStore, type StoredChecks, visibleOf } from '../probe/probe-store.js';
import { probeStatus } from '../probe/reachability.js';

/** The voices about one service, users, vendor and the server's own checks, as last stored. */
export interface ServiceState {
  /** `undefined` before the first decision: no report has counted yet. */
  readonly decision: StoredDecision | undefined;
  /** `undefined` if the vendor's page has never been polled. */
  readonly official: Official | undefined;
  /** `undefined` if no address of the service was ever asked, or checks are off. */
  readonly checks: StoredChecks | undefined;
}

const NOTHING_KNOWN: ServiceState = {
  decision: undefined,
  official: undefined,
  checks: undefined,
};

/** Community status of a state; `operational` before the first decision, because then no report has counted yet. */
export const communityStatus = (state: ServiceState): Status =>
  state.decision?.status ?? 'operational';

const fingerprint = ({ decision, official, checks }: ServiceState): string =>
  JSON.stringify([
    decision?.status,
    decision?.sinceMs,
    { ...official, checkedAt: undefined },
    visibleOf(checks),
  ]);

/**
 * The status the badge shows: the worse of users and vendor, and of the checks of an address that is the service itself.
 *
 * @param service Says which checks are.
 */
export const overallStatus = (
  service: Pick<CatalogService, 'checks'>,
  state: ServiceState,
  nowMs: number,
): Status =>
  weighVoices(
    communityStatus(state),
    state.official ? freshenOfficial(state.official, nowMs).status : 'unknown',
    probeStatus(service.checks, state.checks, nowMs),
  );

/** The stores that {@link ServiceStates} reads. */
export interface StateStores {
  readonly decisions: Pick<DecisionStore, 'readDecision'>;
  readonly official: Pick<OfficialStore, 'readOfficial'>;
  /** `undefined` while checks are off: then they have no voice, whatever is stored. */
  readonly probe: Pick<ProbeStore, 'readChecks'> | undefined;
}

/**
 * Keeps the state of every service of the catalogue in memory, so that lists, related services and feeds need no query.
 * The store stays authoritative: {@link refresh} re-reads it.
 */
export class ServiceStates {
  readonly #stores: StateStores;
  readonly #states = new Map<string, ServiceState>();
  /** By service: the number of the read its state comes from. Reads overlap, and an older one must not undo a newer. */
  readonly #readings = new Map<string, number>();
  #lastReading = 0;

  constructor(stores: StateStores, serviceIds: Iterable<string>) {
    this.#stores = stores;
    for (const id of serviceIds) this.#states.set(id, NOTHING_KNOWN);
  }

  /** The state as last read. */
  get(serviceId: string): ServiceState {
    return this.#states.get(serviceId) ?? NOTHING_KNOWN;
  }

  /** Services whose community status is not `operational`. */
  notOperational(): string[] {
    return [...this.#states]
      .filter(([, state]) => communityStatus(state) !== 'operational')
      .map(([id]) => id);
  }

  /**
   * Re-reads one service; ids outside the catalogue are ignored.
   *
   * @returns True if a feed's content has changed; a new time of the last poll alone is no change.
   * @throws {StoreError} If the store does not answer; the old state stays.
   */
  async refresh(serviceId: string): Promise<boolean> {
    if (!this.#states.has(serviceId)) return false;
    this.#lastReading += 1;
    const reading = this.#lastReading;
    const [decision, official, checks] = await Promise.all([
      this.#stores.decisions.readDecision(serviceId),
      this.#stores.official.readOfficial(serviceId),
      this.#stores.probe?.readChecks(serviceId),
    ]);
    if (reading < (this.#readings.get(serviceId) ?? 0)) return false;
    this.#readings.set(serviceId, reading);
    const before = this.get(serviceId);
    const after = { decision, official, checks };
    this.#states.set(serviceId, after);
    return fingerprint(before) !== fingerprint(after);
  }

  /**
   * Re-reads every service: at the start, and regularly, in case an announcement was lost.
   *
   * @returns The services that changed.
   */
  async refreshAll(): Promise<string[]> {
    const changed: string[] = [];
    for (const id of this.#states.keys()) {
      if (await this.refresh(id)) changed.push(id);
    }
    return changed;
  }
}

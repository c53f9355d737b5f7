import type { Official, Status } from 'outage-status/feed';
import { worseStatus } from 'outage-status/model';
import { freshenOfficial } from '../official/official-freshness.js';
import type { DecisionStore, StoredDecision } from '../decide/decision-store.js';
import type { OfficialStore } from '../official/official-store.js';

/** The two voices about one service, as the store knows them. */
export interface ServiceState {
  /** `undefined` before the first decision: nobody has reported yet. */
  readonly decision: StoredDecision | undefined;
  /** `undefined` when the vendor's page was never read. */
  readonly official: Official | undefined;
}

const NOTHING_KNOWN: ServiceState = { decision: undefined, official: undefined };

/** Community status of a state. Without a decision nobody has reported, and nobody reporting is operational. */
export const communityStatus = (state: ServiceState): Status =>
  state.decision?.status ?? 'operational';

const fingerprint = ({ decision, official }: ServiceState): string =>
  JSON.stringify([decision?.status, decision?.sinceMs, { ...official, checkedAt: undefined }]);

/** The status the badge shows: the worse of the two voices. */
export const overallStatus = (state: ServiceState, nowMs: number): Status =>
  worseStatus(
    communityStatus(state),
    state.official ? freshenOfficial(state.official, nowMs).status : 'unknown',
  );

/** What {@link ServiceStates} reads from. */
export interface StateStores {
  readonly decisions: Pick<DecisionStore, 'readDecision'>;
  readonly official: Pick<OfficialStore, 'readOfficial'>;
}

/**
 * Keeps the state of every service of the catalogue in memory, so that lists, related services and feeds cost no
 * query each. The store stays the truth: {@link refresh} re-reads it.
 */
export class ServiceStates {
  readonly #stores: StateStores;
  readonly #states = new Map<string, ServiceState>();
  /** By service: which reading its state is of. Readings overlap, and an older one must not undo a newer. */
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
   * @returns True when something a feed shows has changed; the time of the last look at a page alone does not count.
   * @throws {StoreError} When the store does not answer; the old state stays.
   */
  async refresh(serviceId: string): Promise<boolean> {
    if (!this.#states.has(serviceId)) return false;
    this.#lastReading += 1;
    const reading = this.#lastReading;
    const [decision, official] = await Promise.all([
      this.#stores.decisions.readDecision(serviceId),
      this.#stores.official.readOfficial(serviceId),
    ]);
    if (reading < (this.#readings.get(serviceId) ?? 0)) return false;
    this.#readings.set(serviceId, reading);
    const before = this.get(serviceId);
    const after = { decision, official };
    this.#states.set(serviceId, after);
    return fingerprint(before) !== fingerprint(after);
  }

  /**
   * Re-reads every service, e.g. at the start and now and then, in case a change was not announced.
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

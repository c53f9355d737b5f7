import type { CatalogService } from '../catalog/load-catalog.js';
import type { Store, StoredDecision } from '../store/store.js';
import type { Decider } from './decider.js';
import type { EvidenceGatherer } from './evidence.js';

/** More lost races than this in a row mean something else is wrong; the next tick tries again anyway. */
const MAX_TRIES = 5;

/** Decides one service on what is stored, and stores the decision. */
export class Judge {
  readonly #store: Store;
  readonly #evidence: EvidenceGatherer;
  readonly #decider: Decider;

  constructor(store: Store, evidence: EvidenceGatherer, decider: Decider) {
    this.#store = store;
    this.#evidence = evidence;
    this.#decider = decider;
  }

  /**
   * Reads, decides and writes, again when another process was quicker.
   *
   * @returns The decision that stands; `changed` when this call changed the status.
   * @throws {StoreError} When the store does not answer.
   */
  async judge(
    service: CatalogService,
    nowMs: number,
  ): Promise<{ decision: StoredDecision | undefined; changed: boolean }> {
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const [evidence, stored] = await Promise.all([
        this.#evidence.gather(service, nowMs),
        this.#store.readDecision(service.id),
      ]);
      const { status, memory } = this.#decider.decide(evidence, stored);
      const before = stored?.status ?? 'operational';
      if (status === before && memory === (stored?.memory ?? '')) {
        return { decision: stored, changed: false };
      }
      const changed = status !== before;
      const decision: StoredDecision = {
        serviceId: service.id,
        status,
        sinceMs: stored && !changed ? stored.sinceMs : nowMs,
        memory,
        revision: (stored?.revision ?? 0) + 1,
      };
      if (await this.#store.writeDecision(decision, stored?.revision ?? 0)) {
        return { decision, changed };
      }
    }
    return { decision: await this.#store.readDecision(service.id), changed: false };
  }
}

import type { CatalogService } from '../catalog/load-catalog.js';
import { DAY_MS, HOUR_MS } from '../lib/clock.js';
import type { DecisionStore } from './decision-store.js';
import { Detector } from './detector/detector.js';
import { newState, readState, writeState, type DetectorStart } from './detector/state.js';
import { hoursSinceMonday, type Steps } from './steps.js';

/** How much history teaches a new detector. */
const HISTORY_MS = 56 * DAY_MS;
/** The store keeps minutes for two days. A detector further behind than this learns by the hour, up to one day ago. */
const MINUTES_KEPT_MS = 47 * HOUR_MS;
const REPLAY_MS = DAY_MS;
/** How long one process remembers steps of seconds. */
const SECONDS_KEPT_MS = HOUR_MS;

/** Loads detectors from their stored state, or makes new ones from history. */
export class DetectorLoader {
  readonly #store: Pick<DecisionStore, 'countByHour' | 'countByCategory'>;
  readonly #steps: Steps;

  constructor(store: Pick<DecisionStore, 'countByHour' | 'countByCategory'>, steps: Steps) {
    this.#store = store;
    this.#steps = steps;
  }

  /** Restores a detector from its own memory text; `undefined` if the text does not fit the service. */
  restore(service: CatalogService, memory: string): Detector | undefined {
    const state = readState(memory, this.#startOf(service, 0));
    return state && new Detector(state, { speaksAtOnce: true });
  }

  /** Makes a second detector in the same state. */
  copy(service: CatalogService, detector: Detector): Detector {
    const copy = this.restore(service, writeState(detector.state));
    if (!copy) throw new Error(`the detector of ${service.id} cannot read its own state`);
    return copy;
  }

  /**
   * Makes a detector for a service without one. It has learned the hours that the store still has, and continues with the
   * steps of the last day.
   *
   * @throws {StoreError} When the store does not answer.
   */
  async begin(service: CatalogService, nowMs: number): Promise<Detector> {
    const history = await this.#store.countByHour(service.id, nowMs - HISTORY_MS, nowMs + HOUR_MS);
    // Hours before the first report are no evidence of silence: the server may not have run.
    const firstMs = history[0]?.atMs ?? nowMs;
    const begun = this.#startOf(service, this.#steps.at(firstMs));
    const detector = new Detector(newState(begun), { speaksAtOnce: true });
    await this.catchUp(service, detector, nowMs);
    const isBehind = detector.state.nextStep < this.#steps.at(nowMs);
    if (isBehind && !this.#byMinute) await this.#skipToNow(service, detector, nowMs);
    return detector;
  }

  /**
   * Learns by the hour the time too long ago to replay by the step. A problem that was open then is over.
   *
   * @throws {StoreError} When the store does not answer.
   */
  async catchUp(service: CatalogService, detector: Detector, nowMs: number): Promise<void> {
    const { state } = detector;
    const fromMs = this.#steps.startMs(state.nextStep);
    if (nowMs - fromMs <= (this.#byMinute ? MINUTES_KEPT_MS : SECONDS_KEPT_MS)) return;
    const fromHour = Math.ceil(hoursSinceMonday(fromMs));
    const toHour = Math.floor(hoursSinceMonday(nowMs - (this.#byMinute ? REPLAY_MS : 0)));
    if (fromHour < toHour) {
      const startMs = this.#steps.startMs(fromHour * this.#steps.perHour);
      const endMs = this.#steps.startMs(toHour * this.#steps.perHour);
      const rows = await this.#store.countByHour(service.id, startMs, endMs);
      const counts = new Map(rows.map(({ atMs, count }) => [hoursSinceMonday(atMs), count]));
      state.level = 0;
      for (let hour = fromHour; hour < toHour; hour += 1) {
        detector.learnHour(hour, counts.get(hour) ?? 0);
      }
    }
    if (!this.#byMinute) await this.#skipToNow(service, detector, nowMs);
  }

  // The part of the current hour that has no steps is learned as one sum.
  async #skipToNow(service: CatalogService, detector: Detector, nowMs: number): Promise<void> {
    const { state } = detector;
    const hourStep = Math.floor(hoursSinceMonday(nowMs)) * this.#steps.perHour;
    const counts = await this.#store.countByCategory(
      service.id,
      this.#steps.startMs(hourStep),
      nowMs,
    );
    state.season.hourReports = [...counts.values()].reduce((sum, count) => sum + count, 0);
    state.nextStep = this.#steps.at(nowMs);
  }

  get #byMinute(): boolean {
    return this.#steps.stepSeconds === 60;
  }

  #startOf(service: CatalogService, firstStep: number): DetectorStart {
    return {
      categories: service.categories.length,
      stepSeconds: this.#steps.stepSeconds,
      firstStep,
      guessPerHour: service.expectedReportsPerHour,
    };
  }
}

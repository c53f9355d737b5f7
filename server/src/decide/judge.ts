import type { Status } from 'outage-status/feed';
import type { CatalogService } from '../catalog/load-catalog.js';
import { MINUTE_MS } from '../lib/clock.js';
import type { DecisionStore, StoredDecision } from './decision-store.js';
import type { Detector } from './detector/detector.js';
import type { Level } from './detector/severity.js';
import { writeState } from './detector/state.js';
import type { StepCount, StepCounts } from './step-counts.js';
import type { Steps } from './steps.js';
import type { DetectorLoader } from './detector-loader.js';

/** Lost races in a row before a judgement gives up; the next tick tries again. */
const MAX_TRIES = 5;

/** How far the clocks of several machines may differ; a detector that is further ahead starts over. */
const MAX_AHEAD_MS = 10 * MINUTE_MS;

const STATUS_OF: Record<Level, Status> = {
  0: 'operational',
  1: 'degraded_performance',
  2: 'partial_outage',
  3: 'major_outage',
};

/** The parts of a {@link Judge}. */
export interface JudgeParts {
  readonly store: Pick<DecisionStore, 'readDecision' | 'writeDecision'>;
  readonly loader: DetectorLoader;
  readonly steps: Steps;
  readonly stepCounts: StepCounts;
}

/** The outcome of judging one service. */
export interface Judgement {
  /** The decision in effect. */
  readonly decision: StoredDecision | undefined;
  /** This call changed the status. */
  readonly changed: boolean;
}

/**
 * Decides one service from the stored counts, and stores the decision. It takes every step since the last decision in
 * order, so after a pause the server finds and records the same changes as one that never stopped.
 */
export class Judge {
  readonly #parts: JudgeParts;

  constructor(parts: JudgeParts) {
    this.#parts = parts;
  }

  /**
   * Reads, decides and writes; starts over if another process wrote first.
   *
   * @throws {StoreError} When the store does not answer.
   */
  async judge(service: CatalogService, nowMs: number): Promise<Judgement> {
    const { store } = this.#parts;
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const judgement = await this.#tryOnce(service, nowMs);
      if (judgement) return judgement;
    }
    return { decision: await store.readDecision(service.id), changed: false };
  }

  /** @returns `undefined` if another process wrote first. */
  async #tryOnce(service: CatalogService, nowMs: number): Promise<Judgement | undefined> {
    const { store, loader, steps, stepCounts } = this.#parts;
    const before = await store.readDecision(service.id);
    const remembered = loader.restore(service, before?.memory ?? '');
    const restored = remembered && this.#isAhead(remembered, nowMs) ? undefined : remembered;
    if (restored) await loader.catchUp(service, restored, nowMs);
    const detector = restored ?? (await loader.begin(service, nowMs));
    const runningStep = steps.at(nowMs);
    const counts = await stepCounts.read(service, detector.state.nextStep, runningStep + 1);

    const writer = new DecisionWriter(store, service.id, before);
    const endedStep = steps.at(nowMs - stepCounts.graceMs);
    const announced = detector.state.announcedStep;
    while (detector.state.nextStep < endedStep) {
      const step = detector.state.nextStep;
      const level = take(detector, counts, service.categories.length);
      const status = STATUS_OF[level];
      // Calm steps before an announced beginning must not undo it.
      if (status === writer.status || (level === 0 && step < announced)) continue;
      const written = await writer.write(status, steps.startMs(step + 1), detector);
      if (!written) return undefined;
    }
    const level = this.#foresee(service, detector, counts, runningStep);
    const written = await writer.write(STATUS_OF[level], nowMs, detector);
    return written ? writer.judgement : undefined;
  }

  // A wrong clock has been set back: without this, nothing would be decided until the detector's own time came.
  #isAhead({ state }: Detector, nowMs: number): boolean {
    const { steps } = this.#parts;
    return steps.startMs(state.nextStep) > nowMs + MAX_AHEAD_MS;
  }

  /**
   * Previews the steps that have not ended. They can only raise the level, because their reports are real but their
   * silence may not last. The detector notes the step of a beginning, so that the end of that step cannot undo it.
   */
  #foresee(
    service: CatalogService,
    detector: Detector,
    counts: ReadonlyMap<number, StepCount>,
    runningStep: number,
  ): Level {
    const { level } = detector.state;
    const preview = this.#parts.loader.copy(service, detector);
    let highest = level;
    while (preview.state.nextStep <= runningStep) {
      const step = preview.state.nextStep;
      const next = take(preview, counts, service.categories.length);
      if (next > highest) highest = next;
      if (level === 0 && next > 0 && detector.state.announcedStep < step) {
        detector.state.announcedStep = step;
      }
    }
    return highest;
  }
}

const take = (
  detector: Detector,
  counts: ReadonlyMap<number, StepCount>,
  categories: number,
): Level => {
  const found = counts.get(detector.state.nextStep);
  return found
    ? detector.tick(found.counts, found.reports, found.recovered)
    : detector.tick(new Float64Array(categories));
};

/** Writes a series of decisions, each based on the one before. */
class DecisionWriter {
  readonly #store: Pick<DecisionStore, 'writeDecision'>;
  readonly #serviceId: string;
  #decision: StoredDecision | undefined;
  #changed = false;

  constructor(
    store: Pick<DecisionStore, 'writeDecision'>,
    serviceId: string,
    decision: StoredDecision | undefined,
  ) {
    this.#store = store;
    this.#serviceId = serviceId;
    this.#decision = decision;
  }

  /** The status in effect; `operational` before the first decision, because then no report has counted yet. */
  get status(): Status {
    return this.#decision?.status ?? 'operational';
  }

  get judgement(): Judgement {
    return { decision: this.#decision, changed: this.#changed };
  }

  /** @returns False if another process wrote first. */
  async write(status: Status, sinceMs: number, detector: Detector): Promise<boolean> {
    const before = this.#decision;
    const memory = writeState(detector.state);
    const changes = status !== this.status;
    if (!changes && memory === before?.memory) return true;
    const revision = before?.revision ?? 0;
    const decision: StoredDecision = {
      serviceId: this.#serviceId,
      status,
      sinceMs: before && !changes ? before.sinceMs : sinceMs,
      memory,
      revision: revision + 1,
    };
    if (!(await this.#store.writeDecision(decision, revision))) return false;
    this.#decision = decision;
    this.#changed ||= changes;
    return true;
  }
}

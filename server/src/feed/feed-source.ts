import type { Feed } from 'outage-status/feed';
import type { CatalogService } from '../catalog/load-catalog.js';
import type { Baselines } from '../decide/baseline.js';
import { type Clock, DAY_MS, floorTo, HOUR_MS, MINUTE_MS, SECOND_MS } from '../lib/clock.js';
import { countingWindow, WINDOW_SECONDS } from '../lib/counting-window.js';
import { freshenOfficial } from '../official/official-freshness.js';
import { probeStatus, readReachability } from '../probe/reachability.js';
import { overallStatus, type ServiceStates } from '../states/service-states.js';
import type { StatusChange } from '../decide/decision-store.js';
import type { HistoryStore } from './history-store.js';
import { buildFeed, type ReportTaking } from './build-feed.js';
import { findProblemStartMs } from './community-incidents.js';
import { MAX_INCIDENTS } from './select-incidents.js';

const SERIES_STEPS = 96;
const SERIES_STEP_SECONDS = 900;
const SERIES_STEP_MS = SERIES_STEP_SECONDS * SECOND_MS;
/** Enough changes for ten incidents that each went up and down through every level. */
const CHANGES_READ = 60;
/** Incidents that ended longer ago are left to the history page. */
const INCIDENT_DAYS = 90;

/** Builds feeds from the catalogue, the store and the baselines. */
export class FeedSource {
  readonly #history: HistoryStore;
  readonly #catalog: ReadonlyMap<string, CatalogService>;
  readonly #states: ServiceStates;
  readonly #baselines: Baselines;
  readonly #takesReports: (serviceId: string) => ReportTaking;
  readonly #now: Clock;

  constructor(parts: {
    history: HistoryStore;
    catalog: ReadonlyMap<string, CatalogService>;
    states: ServiceStates;
    baselines: Baselines;
    takesReports: (serviceId: string) => ReportTaking;
    now: Clock;
  }) {
    this.#history = parts.history;
    this.#catalog = parts.catalog;
    this.#states = parts.states;
    this.#baselines = parts.baselines;
    this.#takesReports = parts.takesReports;
    this.#now = parts.now;
  }

  /**
   * Builds one feed from the present data.
   *
   * @throws {StoreError} When the store does not answer.
   */
  async read(service: CatalogService): Promise<Feed> {
    const nowMs = this.#now();
    const { fromMs, toMs } = countingWindow(nowMs);
    const startAtMs = floorTo(nowMs, SERIES_STEP_MS) - (SERIES_STEPS - 1) * SERIES_STEP_MS;
    const [categoryCounts, counts, changes, storedIncidents, baseline] = await Promise.all([
      this.#history.countByCategory(service.id, fromMs, toMs),
      this.#history.countBySteps(service.id, startAtMs, SERIES_STEP_MS, SERIES_STEPS),
      this.#history.readChanges(service.id, CHANGES_READ),
      this.#history.readIncidents(service.id, nowMs - INCIDENT_DAYS * DAY_MS, 2 * MAX_INCIDENTS),
      this.#baselines.of(service, nowMs),
    ]);
    const state = this.#states.get(service.id);
    return buildFeed({
      nowMs,
      service,
      state,
      reports: this.#takesReports(service.id),
      official: state.official ? freshenOfficial(state.official, nowMs) : null,
      reachability: readReachability(service.checks, state.checks, nowMs),
      probeStatus: probeStatus(service.checks, state.checks, nowMs),
      changes,
      storedIncidents,
      categoryCounts,
      recoveredCount: await this.#countVotes(service.id, changes, nowMs),
      typicalCount: baseline.expectedBetween(nowMs - HOUR_MS, nowMs),
      windowSeconds: WINDOW_SECONDS,
      series: {
        startAtMs,
        stepSeconds: SERIES_STEP_SECONDS,
        counts,
        typical: counts.map((_, index) => {
          const stepStartMs = startAtMs + index * SERIES_STEP_MS;
          return baseline.expectedBetween(stepStartMs, stepStartMs + SERIES_STEP_MS);
        }),
      },
      related: service.related.flatMap((id) => {
        const related = this.#catalog.get(id);
        return related
          ? [
              {
                id,
                name: related.name,
                status: overallStatus(related, this.#states.get(id), nowMs),
              },
            ]
          : [];
      }),
    });
  }

  /** Votes since the open problem began; earlier ones say nothing about it. Without a problem, no query. */
  async #countVotes(
    serviceId: string,
    changes: readonly StatusChange[],
    nowMs: number,
  ): Promise<number> {
    const startMs = findProblemStartMs(changes);
    if (startMs === undefined) return 0;
    const { fromMs, toMs } = countingWindow(nowMs);
    return this.#history.countVotes(serviceId, Math.max(fromMs, floorTo(startMs, MINUTE_MS)), toMs);
  }
}

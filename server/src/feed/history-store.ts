import type { Incident } from 'outage-status/feed';
import type { DecisionStore, MinuteCount, StatusChange } from '../decide/decision-store.js';

/** An incident whose start is known, or was replaced by the moment at which this server first saw it. */
export type DatedIncident = Incident & { readonly startedAt: string };

export const isDated = (incident: Incident): incident is DatedIncident =>
  incident.startedAt !== null;

/** An incident of one service. */
export type StoredIncident = DatedIncident & { readonly serviceId: string };

/** News about an incident of a vendor's page: that it is open, or over. */
export interface IncidentNews {
  readonly incident: DatedIncident;
  /** Counts an incident's news from 1: odd when it was open, even when it was over, 3 when it was open again. */
  readonly turn: number;
  /** When this server first saw it; epoch milliseconds. */
  readonly seenAtMs: number;
}

/** How many incidents an import added and changed. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/**
 * Reads the history that feeds and pages show, and imports history. No decision depends on it. Intervals and errors are as
 * in `ReportStore`.
 *
 * If there is a replica, it answers the reads. They include everything that this process has written and every change
 * announced to it; other processes' reports may be missing until the next round of decisions.
 */
export interface HistoryStore extends Pick<
  DecisionStore,
  'countByCategory' | 'countByHour' | 'countVotes'
> {
  /** Counted reports per step, oldest first, empty steps included as 0. `stepMs` is a multiple of a minute. */
  countBySteps(serviceId: string, fromMs: number, stepMs: number, steps: number): Promise<number[]>;
  /** Changes of community status, newest first. */
  readChanges(serviceId: string, limit: number): Promise<StatusChange[]>;
  /** Incidents of vendors' pages and imports that are open or ended at `fromMs` or later, newest first. */
  readIncidents(serviceId: string, fromMs: number, limit: number): Promise<DatedIncident[]>;
  /** News about the incidents of the vendor's page, newest first by the time at which this server saw it. */
  readIncidentNews(serviceId: string, limit: number): Promise<IncidentNews[]>;
  /** Adds counts (demo data, imports) to the hour and minute counters. Not for live reports. */
  importCounts(serviceId: string, counts: readonly MinuteCount[]): Promise<void>;
  /** Adds incidents, or updates those with the same service, source and id; all or none. */
  importIncidents(incidents: readonly StoredIncident[]): Promise<ImportCounts>;
}

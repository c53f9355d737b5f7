/** When the samples were read. */
export const CHECKED_AT_MS = Date.parse('2026-11-22T09:00:00Z');

/** A page of a format, written for the tests, and what a careful person reads from it. */
export interface SamplePage {
  readonly format: string;
  readonly what: string;
  readonly document: unknown;
  readonly status: string;
  /** The page's own word, where it is another. */
  readonly indicator?: string;
  /** `id progress impact start [end]`, open ones first, then the newest. */
  readonly incidents?: readonly string[];
  /** `name status`, those that do not work. */
  readonly components?: readonly string[];
  /** `id start end`, announced and under way. */
  readonly maintenances?: readonly string[];
}

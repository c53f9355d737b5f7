import type { Official } from '../feed/index.js';

/** Affected parts, with as many names as fit into one line. */
export interface ShortAffected {
  readonly count: number;
  /** How many parts there are; `undefined` when unknown. */
  readonly total: number | undefined;
  readonly names: readonly string[];
  /** How many affected parts `names` leaves out. */
  readonly moreCount: number;
}

/** Shortens the list of affected parts for one line: up to three names, or two where there are more parts. */
export function shortenAffected(affected: NonNullable<Official['affected']>): ShortAffected {
  const { count, total } = affected;
  const names = affected.names.slice(0, count > 3 ? 2 : 3);
  return { count, total, names, moreCount: Math.max(0, count - names.length) };
}

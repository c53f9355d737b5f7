import type { Incident } from '../feed/index.js';

const startOf = ({ startedAt, endedAt }: Incident): string => startedAt ?? endedAt ?? '9999';

/**
 * Sorts incidents with times as `toTimestamp` writes them, as `compareStarts` of the model does in reverse; that one is in
 * another file of the CDN, which readers of status pages do not load.
 */
export const newestFirst = (left: Incident, right: Incident): number =>
  startOf(right).localeCompare(startOf(left));

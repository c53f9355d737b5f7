import type { Incident } from '../feed/index.js';

const startMs = ({ startedAt, endedAt }: Pick<Incident, 'startedAt' | 'endedAt'>): number =>
  Date.parse(startedAt ?? endedAt ?? '9999-12-31');

/**
 * Compares two incidents by their start, the earlier first. One without a start stands where it ended, and while it is open
 * behind all others, since it goes on now.
 */
export const compareStarts = (left: Incident, right: Incident): number =>
  startMs(left) - startMs(right);

import type { FeedReader } from './feed-stream.js';

const SHORTEST_SECONDS = 15;
const LONGEST_SECONDS = 3600;
const DEFAULT_SECONDS = 60;

const toSeconds = (refresh: FeedReader['refresh']): number => {
  if (refresh === 'off') return Infinity;
  if (refresh === undefined || Number.isNaN(refresh)) return DEFAULT_SECONDS;
  return Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, refresh));
};

/**
 * Tells how often a stream polls: as often as the quickest of its readers wants.
 *
 * @returns Milliseconds, 15 s to an hour; `Infinity` when every reader has it off, or there is none.
 */
export const readIntervalMs = (readers: Iterable<Pick<FeedReader, 'refresh'>>): number =>
  Math.min(...Array.from(readers, ({ refresh }) => toSeconds(refresh))) * 1000;

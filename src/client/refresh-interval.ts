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
 * Calculates how often a stream polls: the shortest interval that one of its readers wants.
 *
 * @returns Milliseconds, 15 s to an hour; `Infinity` when every reader has polling off, or there is no reader.
 */
export const readIntervalMs = (readers: Iterable<Pick<FeedReader, 'refresh'>>): number =>
  Math.min(...Array.from(readers, ({ refresh }) => toSeconds(refresh))) * 1000;

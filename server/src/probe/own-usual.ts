/** Medians of this many past blocks make the usual: a week of hours. */
const BLOCKS_KEPT = 168;
/** Blocks that must be over before anything can be slower than usual. */
const BLOCKS_NEEDED = 3;
/** Most answers kept of the present block. */
const TIMES_IN_BLOCK = 60;
/** Length of a block in intervals between two questions: an hour at one a minute. */
const BLOCK_INTERVALS = 60;
/** The newest answers, which are compared with the usual. */
const NEWEST_KEPT = 5;

/** Slower than usual begins and ends at these multiples of the usual, and at least so much above it. In milliseconds. */
const SLOW_FROM = { factor: 3, leastMs: 1000 };
const SLOW_UNTIL = { factor: 2, leastMs: 500 };

/** How long a check's answers take. All times are whole milliseconds. */
export interface Durations {
  /** The newest answers, oldest first. */
  readonly newest: readonly number[];
  /** Answers of the present block. */
  readonly block: readonly number[];
  /** Number of the present block: its start, counted in blocks from the epoch. */
  readonly blockIndex: number;
  /** Medians of the blocks before, oldest first. */
  readonly past: readonly number[];
}

export const NO_DURATIONS: Durations = { newest: [], block: [], blockIndex: 0, past: [] };

/** The median in whole milliseconds; of an even number, the lower one of the two in the middle. */
export function medianOf(times: readonly number[]): number | undefined {
  return times.toSorted((left, right) => left - right)[Math.floor((times.length - 1) / 2)];
}

/**
 * Adds one answer.
 *
 * @param intervalMs Time between two questions; a block is 60 of them.
 */
export function addDuration(
  { newest, block, blockIndex, past }: Durations,
  durationMs: number,
  atMs: number,
  intervalMs: number,
): Durations {
  const index = Math.floor(atMs / (BLOCK_INTERVALS * intervalMs));
  const ended = index === blockIndex ? undefined : medianOf(block);
  return {
    newest: [...newest, durationMs].slice(-NEWEST_KEPT),
    block: [...(index === blockIndex ? block : []), durationMs].slice(-TIMES_IN_BLOCK),
    blockIndex: index,
    past: ended === undefined ? past : [...past, ended].slice(-BLOCKS_KEPT),
  };
}

/** The usual time to an answer; `undefined` while too little is known. */
const usualOf = ({ past }: Durations): number | undefined =>
  past.length < BLOCKS_NEEDED ? undefined : medianOf(past);

/**
 * Whether the newest answers are slow against this check's own usual.
 *
 * @param wasSlow Slowness ends at a lower time than it begins at, so that it does not flicker.
 */
export function isSlow(durations: Durations, wasSlow: boolean): boolean {
  const usualMs = usualOf(durations);
  const nowMs = medianOf(durations.newest);
  if (usualMs === undefined || nowMs === undefined || durations.newest.length < NEWEST_KEPT) {
    return false;
  }
  const { factor, leastMs } = wasSlow ? SLOW_UNTIL : SLOW_FROM;
  return nowMs >= Math.max(factor * usualMs, usualMs + leastMs);
}

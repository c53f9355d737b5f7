// Size of the first batch. It doubles after a batch under `QUICK_MS` and halves after one over `SLOW_MS`.
const FIRST_TURN = 16;
const QUICK_MS = 8;
const SLOW_MS = 25;

/** Runs a function in a new task, without the 4 ms that nested timers wait; jsdom has timers alone. */
const runSoon = (run: () => void): void => {
  if (typeof MessageChannel === 'undefined') return void setTimeout(run);
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    run();
  });
  port1.start();
  port2.postMessage(0);
};

/**
 * Processes entries in order and in batches, so that the page stays responsive: the first batch at once, each other one
 * in a task of its own. A batch is timed until the next one starts, so its microtasks and the browser's drawing count.
 *
 * @param entries Iterated lazily, so entries removed meanwhile are skipped.
 * @param run Processes one entry; must not throw.
 * @returns A function that stops before the next batch.
 */
export function inTurns<Entry>(entries: Iterable<Entry>, run: (entry: Entry) => void): () => void {
  const iterator = entries[Symbol.iterator]();
  let isEnded = false;
  let size = FIRST_TURN;
  let startedAtMs: number | undefined;
  const takeNext = () => {
    if (isEnded) return;
    const nowMs = performance.now();
    if (startedAtMs !== undefined) {
      const tookMs = nowMs - startedAtMs;
      if (tookMs < QUICK_MS) size *= 2;
      if (tookMs > SLOW_MS) size = Math.max(FIRST_TURN, size >> 1);
    }
    startedAtMs = nowMs;
    for (let count = 0; count < size; count += 1) {
      const { done, value } = iterator.next();
      if (done) return;
      run(value);
    }
    runSoon(takeNext);
  };
  takeNext();
  return () => (isEnded = true);
}

let line: (() => void)[] | undefined;

function* leaveLine(entries: (() => void)[]): Generator<() => void> {
  yield* entries;
  line = undefined;
}

/** Adds a function to the page's one queue, which {@link inTurns} processes from the next microtask on. */
export function takeTurn(run: () => void): void {
  if (!line) {
    const entries = (line = [] as (() => void)[]);
    queueMicrotask(() => inTurns(leaveLine(entries), (next) => next()));
  }
  line.push(run);
}

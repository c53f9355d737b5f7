// How many do something at once: twice as many as long as that is quick, half as many when it is slow.
const FIRST_TURN = 16;
const QUICK_MS = 8;
const SLOW_MS = 25;

/** Runs something in a task of its own, at once: timers wait 4 ms when they follow one another. */
const runSoon = (run: () => void): void => {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    run();
  });
  port1.start();
  port2.postMessage(0);
};

/**
 * Lets many do what they have to do without making the page stand still: the first few at once, the others in turns with
 * room for the page's own work between them. In order; each one once. How long a turn takes is seen from the beginning of
 * the next one, so what an entry puts off to a microtask, and what the browser draws meanwhile, is counted in.
 *
 * @param entries Whose turn it is. Read as it goes, so that one who has left is left out.
 * @param run Does the work of one; must not throw.
 * @returns Ends it: nobody else has a turn afterwards.
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

/** Runs something when it is its turn among everybody on the page who waits here, in order; a few at once and soon. */
export function takeTurn(run: () => void): void {
  if (!line) {
    const entries = (line = [] as (() => void)[]);
    queueMicrotask(() => inTurns(leaveLine(entries), (next) => next()));
  }
  line.push(run);
}

// How many do something at once, which doubles while frames are quick and halves when they are slow. Each frame of a page with
// hundreds of copies costs something by itself, so smaller turns would only make it last longer.
const FIRST_TURN = 16;
const QUICK_FRAME_MS = 50;
const SLOW_FRAME_MS = 100;

/** Calls back with the next frame; a hidden page has none, there a moment later. */
const nextFrame = (run: () => void): void => {
  if (typeof requestAnimationFrame === 'undefined') {
    setTimeout(run, 0);
    return;
  }
  const end = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    run();
  };
  const frame = requestAnimationFrame(end);
  const timer = setTimeout(end, 100);
};

/**
 * Lets many do what they have to do without making the page stand still: the first few at once, the others over the next
 * frames, as many a frame as the page bears. In order; each one once.
 *
 * @param entries Whose turn it is. Read as it goes, so that one who has left is left out.
 * @param run Does the work of one; must not throw.
 * @returns Ends it: nobody else has a turn afterwards.
 */
export function inTurns<Entry>(entries: Iterable<Entry>, run: (entry: Entry) => void): () => void {
  const iterator = entries[Symbol.iterator]();
  let isEnded = false;
  let size = FIRST_TURN;
  let lastAtMs = 0;
  const takeTurn = () => {
    if (isEnded) return;
    const nowMs = performance.now();
    const frameMs = lastAtMs ? nowMs - lastAtMs : QUICK_FRAME_MS; // neither quick nor slow
    if (frameMs < QUICK_FRAME_MS) size *= 2;
    if (frameMs > SLOW_FRAME_MS) size = Math.max(FIRST_TURN, size >> 1);
    lastAtMs = nowMs;
    for (let count = 0; count < size; count += 1) {
      const { done, value } = iterator.next();
      if (done) return;
      run(value);
    }
    nextFrame(takeTurn);
  };
  takeTurn();
  return () => (isEnded = true);
}

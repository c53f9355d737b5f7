// Runs in the measured page before all other scripts, the same for all contestants.

/** Records when the first and all copies show a status, when all show the changed one, layout shifts and long tasks. */
export function watchCopies(selector, readText, changedPattern) {
  const text = new Function(`return ${readText}`)();
  const changed = new RegExp(changedPattern);
  const notes = { shift: 0, longTasks: [] };
  globalThis.benchNotes = notes;
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
    });
  observe('layout-shift', ({ value }) => (notes.shift += value));
  observe('longtask', ({ startTime, duration }) => notes.longTasks.push({ startTime, duration }));

  /** Calls back once the first `count` copies pass the test and that frame is on screen; checks once per frame. */
  const onceShown = (passes, count, done) => {
    let shown = 0;
    const look = () => {
      const copies = document.querySelectorAll(selector);
      const wanted = count ?? Math.max(copies.length, 1);
      while (shown < wanted && copies[shown] && passes(text(copies[shown]))) shown += 1;
      const complete = shown >= wanted && (count || document.readyState !== 'loading');
      if (complete) setTimeout(() => done(performance.now()));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  onceShown(Boolean, 1, (ms) => (notes.firstPaintMs = ms));
  onceShown(Boolean, undefined, (ms) => (notes.allPaintedMs = ms));
  globalThis.watchChange = () =>
    new Promise((resolve) => {
      onceShown(
        (shown) => changed.test(shown),
        undefined,
        (ms) => resolve(performance.timeOrigin + ms),
      );
    });
}

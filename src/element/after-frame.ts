const NO_FRAME_AFTER_MS = 100;

/** Runs a function after the browser's next frame, or after 100 ms where it draws none, as in a hidden page. */
export function afterFrame(run: () => void): void {
  const end = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    setTimeout(run);
  };
  const frame = requestAnimationFrame(end);
  const timer = setTimeout(end, NO_FRAME_AFTER_MS);
}

const NO_FRAME_AFTER_MS = 100;

/** Runs something once the browser has drawn the next frame, or where it draws none, as in a hidden page, a moment later. */
export function afterFrame(run: () => void): void {
  const end = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    setTimeout(run);
  };
  const frame = requestAnimationFrame(end);
  const timer = setTimeout(end, NO_FRAME_AFTER_MS);
}

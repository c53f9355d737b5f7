// As often as feeds are polled. A feed from the future means that the visitor's clock is wrong.
const YOUNG_MS = 60_000;
const CLOCKS_DIFFER_MS = 5_000;

/** Whether a feed that the page itself brought is so young that no request is due. Both times are epoch milliseconds. */
export function isYoung(madeAtMs: number, nowMs: number): boolean {
  const ageMs = nowMs - madeAtMs;
  return ageMs < YOUNG_MS && ageMs > -CLOCKS_DIFFER_MS;
}

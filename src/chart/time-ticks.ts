const HOUR_MS = 3_600_000;
const STEPS_HOURS = [1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 720];

/**
 * Chooses round local times for a time axis: whole hours on the visitor's clock, not on UTC's.
 *
 * @param startMs Left end, epoch milliseconds.
 * @param endMs Right end, epoch milliseconds.
 * @param maximum How many ticks fit, at least 1.
 * @returns Epoch milliseconds in `[startMs, endMs]`, ascending, at most `maximum` of them.
 */
export function pickTimeTicks(startMs: number, endMs: number, maximum: number): number[] {
  const stepHours =
    STEPS_HOURS.find((hours) => (endMs - startMs) / (hours * HOUR_MS) <= maximum) ??
    STEPS_HOURS.at(-1)!;
  // Counting in local hours from local midnight keeps ticks on round hours across a change of daylight saving time.
  const cursor = new Date(startMs);
  cursor.setHours(0, 0, 0, 0);
  const ticks: number[] = [];
  while (cursor.getTime() <= endMs) {
    if (cursor.getTime() >= startMs && ticks.at(-1) !== cursor.getTime())
      ticks.push(cursor.getTime());
    cursor.setHours(cursor.getHours() + stepHours);
  }
  return ticks.length > maximum ? ticks.slice(-maximum) : ticks;
}

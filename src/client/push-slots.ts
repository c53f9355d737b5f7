// Over HTTP/1.1 a browser opens six connections to a host, across all its windows. Six event sources would block every
// feed and report, so a page opens at most two per origin; its other streams poll.
const SLOTS_PER_ORIGIN = 2;

const takenByOrigin = new Map<string, number>();

/**
 * Reserves one of the page's push connections to an origin.
 *
 * @returns A function that releases it, or `undefined` when none is free.
 */
export function takePushSlot(origin: string): (() => void) | undefined {
  const taken = takenByOrigin.get(origin) ?? 0;
  if (taken >= SLOTS_PER_ORIGIN) return undefined;
  takenByOrigin.set(origin, taken + 1);
  return () => takenByOrigin.set(origin, (takenByOrigin.get(origin) ?? 1) - 1);
}

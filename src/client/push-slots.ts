// Over HTTP/1.1 a browser opens six connections to a host, for all its windows together. Event sources hold theirs, and
// with six of them no feed and no report gets through. So a page takes two of a host; its other streams poll.
const SLOTS_PER_ORIGIN = 2;

const takenByOrigin = new Map<string, number>();

/**
 * Takes one of the page's few long connections to a host.
 *
 * @returns The function that gives it back, or `undefined` when none is free.
 */
export function takePushSlot(origin: string): (() => void) | undefined {
  const taken = takenByOrigin.get(origin) ?? 0;
  if (taken >= SLOTS_PER_ORIGIN) return undefined;
  takenByOrigin.set(origin, taken + 1);
  return () => takenByOrigin.set(origin, (takenByOrigin.get(origin) ?? 1) - 1);
}

// Over HTTP/1.1 a browser opens six connections to a host, for all pages of a site together. Six event streams would
// block every feed and report, so the pages of one origin open at most two per host; their other streams poll.
const SLOTS_PER_HOST = 2;

/** For each host, how to close the streams that this page has a slot for. */
const streamsByHost = new Map<string, Set<() => void>>();

/**
 * Takes a lock that all pages of this origin share, so that tabs and frames agree without a message. Works on secure
 * pages, https://www.w3.org/TR/web-locks/
 *
 * @returns A function that gives the lock back; `undefined` when another holder has it.
 * @throws A `SecurityError` in a page of opaque origin, such as a sandboxed frame.
 */
const takeLock = (name: string): Promise<(() => void) | undefined> =>
  new Promise((resolve, reject) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) =>
        lock ? new Promise<void>((giveBack) => resolve(giveBack)) : resolve(undefined),
      )
      .catch(reject);
  });

const takeSharedSlot = async (host: string): Promise<(() => void) | undefined> => {
  try {
    for (let slot = 1; slot <= SLOTS_PER_HOST; slot += 1) {
      const giveBack = await takeLock(`outage-status push ${slot} ${host}`);
      if (giveBack) return giveBack;
    }
    return undefined;
  } catch {
    // Without locks a page cannot know of others. Frames of one page are often many, windows in view are few.
    const isFrame = typeof window !== 'undefined' && window.parent !== window;
    return isFrame ? undefined : () => undefined;
  }
};

/**
 * Reserves one of the push connections to a host: two for all pages of this origin, or two for this page where it has no
 * Web Locks. A frame without Web Locks gets none.
 *
 * @param host Origin of the server.
 * @param closeStream Called by {@link letGoOfStreams}.
 * @returns A function that releases the slot, or `undefined` when none is free. Never rejects.
 */
export async function takePushSlot(
  host: string,
  closeStream: () => void,
): Promise<(() => void) | undefined> {
  const streams = streamsByHost.get(host) ?? new Set();
  streamsByHost.set(host, streams);
  if (streams.size >= SLOTS_PER_HOST) return undefined;
  streams.add(closeStream);
  const giveBack = await takeSharedSlot(host);
  if (!giveBack) streams.delete(closeStream);
  return (
    giveBack &&
    (() => {
      streams.delete(closeStream);
      giveBack();
    })
  );
}

/** Closes this page's event streams from a host, so that a request which waits for a connection gets one. */
export function letGoOfStreams(host: string): void {
  for (const closeStream of streamsByHost.get(host) ?? []) closeStream();
}

/**
 * Entry of the CDN build: starts the first requests, draws their feeds, and registers the element, whose own file loads
 * meanwhile. The imports run in this order, so the requests start before anything else runs.
 */
import { firstRequests } from './cdn-start.js';
import { loadElement } from './cdn-lazy.js';
import { takeTurn } from './client/in-turns.js';
import { afterFrame } from './element/after-frame.js';
import { paintFirst } from './element/first-paint.js';

export { configure } from './element/server-address.js';

const SKELETON_AFTER_MS = 100;
// Widgets after these are drawn only once, by the element; with more than these, only heads are drawn before.
const PAINTED_FIRST = 50;
// Even the first try runs in a task of its own, so that a response from the cache can arrive in the meantime.
const TRY_AFTER_MS = [0, 3_000, 15_000, 60_000];

const paint = (whole: boolean): Promise<unknown> =>
  Promise.all(
    firstRequests.slice(0, PAINTED_FIRST).map(async ({ element, embedded, settled }) => {
      try {
        // What the page brought is shown, or withdrawn, without waiting.
        if (embedded && !whole)
          paintFirst(element, { phase: 'loading', last: embedded }, true, embedded);
        const state = await settled;
        await new Promise<void>(takeTurn);
        // Several tags of one service have the first one's feed.
        if (state.last?.receivedAtMs !== embedded?.receivedAtMs)
          paintFirst(element, state, whole, embedded);
      } catch {
        // A page may have broken what this needs; the element tries in its own way.
      }
    }),
  );

/** Puts the status into the first frame: the card's head first, then the whole card unless the element has loaded. */
async function paintBefore(element: Promise<unknown>): Promise<void> {
  let isHere = false;
  void element.then((file) => (isHere = !!file));
  await paint(false);
  await new Promise<void>(afterFrame);
  if (!isHere && firstRequests.length <= PAINTED_FIRST) await paint(true);
}

/** Loads the element's file, with retries. If all fail, the first paint stays on screen until its feed is stale. */
async function loadPatiently(): Promise<Awaited<ReturnType<typeof loadElement>> | undefined> {
  for (const delayMs of TRY_AFTER_MS) {
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    try {
      return await loadElement();
    } catch {
      // The browser logs the failure on its console.
    }
  }
  return undefined;
}

async function start(): Promise<void> {
  const element = loadPatiently();
  // Do not wait for a slow response: the element shows that it is loading.
  if (firstRequests.length > 0) {
    const limit = new Promise((resolve) => setTimeout(resolve, SKELETON_AFTER_MS));
    await Promise.race([paintBefore(element), limit]);
  }
  (await element)?.defineElement();
}

void start();

/**
 * Entry of the CDN build: starts the first requests, draws what they bring, and registers the element, whose own file comes
 * meanwhile. The imports run in this order, so that the requests leave before anything else is done.
 */
import { firstRequests } from './cdn-start.js';
import { loadElement } from './cdn-lazy.js';
import { takeTurn } from './client/in-turns.js';
import { afterFrame } from './element/after-frame.js';
import { paintFirst } from './element/first-paint.js';

export { configure } from './element/server-address.js';

const SKELETON_AFTER_MS = 100;
// What is further down is drawn by the element, and once.
const PAINTED_FIRST = 100;
// The first in a task of its own: an answer that is here already is on its way meanwhile.
const TRY_AFTER_MS = [0, 3_000, 15_000, 60_000];

const paint = (whole: boolean): Promise<unknown> =>
  Promise.all(
    firstRequests.slice(0, PAINTED_FIRST).map(async ({ element, settled }) => {
      const state = await settled;
      await new Promise<void>(takeTurn);
      try {
        paintFirst(element, state, whole);
      } catch {
        // A page may have broken what this needs; the element tries in its own way.
      }
    }),
  );

/** The first frame has the status in it: first its head, and then, where the element is not there yet, everything. */
async function paintBefore(element: Promise<unknown>): Promise<void> {
  let isHere = false;
  void element.then((file) => (isHere = !!file));
  await paint(false);
  await new Promise<void>(afterFrame);
  if (!isHere) void paint(true);
}

/** The element's file, tried again after a failure. Without it, what is on screen stays there until it is too old. */
async function loadPatiently(): Promise<Awaited<ReturnType<typeof loadElement>> | undefined> {
  for (const delayMs of TRY_AFTER_MS) {
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    try {
      return await loadElement();
    } catch {
      // The browser has said on its console what was wrong with the file.
    }
  }
  return undefined;
}

async function start(): Promise<void> {
  const element = loadPatiently();
  // An answer that takes its time is not waited for: the element says that it is loading.
  if (firstRequests.length > 0) {
    const limit = new Promise((resolve) => setTimeout(resolve, SKELETON_AFTER_MS));
    await Promise.race([paintBefore(element), limit]);
  }
  (await element)?.OutageStatusElement.define();
}

void start();

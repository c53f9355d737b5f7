/**
 * Entry of the CDN build: sends the first requests, draws the heads of their feeds, and loads the element.
 */
import { firstRequests, firstWidgets, sendRequests, type FirstWidget } from './cdn-start.js';
import { loadElement } from './cdn-lazy.js';
import { takeTurn } from './client/in-turns.js';
import { afterFrame } from './element/after-frame.js';
import { paintFirst, parseStyles } from './element/first-paint.js';

export { configure } from './element/server-address.js';

const SKELETON_AFTER_MS = 100;
// Widgets after these are drawn only once, by the element.
const PAINTED_FIRST = 50;
// Even the first try runs in a task of its own, so that a response from the cache can arrive in the meantime.
const TRY_AFTER_MS = [0, 3_000, 15_000, 60_000];

async function paint({ element, url, brought }: FirstWidget): Promise<void> {
  try {
    // Meanwhile the browser brings the answer, some 8 ms on a slow telephone even of a preload.
    parseStyles();
    // What a server has drawn is left, or withdrawn, without waiting.
    if (brought) paintFirst(element, brought);
    const head = await (url && firstRequests.get(url)?.head);
    await new Promise<void>(takeTurn);
    if (head) paintFirst(element, head);
  } catch {
    // A page may have broken what this needs; the element tries in its own way.
  }
}

/** Puts the heads into the first frame. */
async function paintBefore(): Promise<void> {
  await sendRequests();
  await Promise.all(firstWidgets.slice(0, PAINTED_FIRST).map(paint));
  await new Promise<void>(afterFrame);
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
  // Do not wait for a slow response: the element shows that it is loading.
  if (firstWidgets.length > 0) {
    const limit = new Promise((resolve) => setTimeout(resolve, SKELETON_AFTER_MS));
    await Promise.race([paintBefore(), limit]);
  }
  (await loadPatiently())?.defineElement(firstWidgets, firstRequests);
}

void start();

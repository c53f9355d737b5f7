import { askFirst, type FirstAnswer } from './client/first-answer.js';
import { readClockOffset } from './client/headers.js';
import { isYoung } from './client/young.js';
import type { LoadedHead } from './element/first-paint.js';
import { readAttribute, type ReadAttribute } from './element/paint-attributes.js';
import { readHead } from './element/read-head.js';
import { readServerData } from './element/server-drawn.js';
import { locateFeed, setScriptServer } from './element/server-address.js';

/**
 * Finds the feed server of a script: the `data-server` of a script tag whose file lies in the same folder, else the
 * server of this file if the file lies in a feed server's `widget/` folder.
 */
function findServer(scriptUrl: string): string | undefined {
  const folder = scriptUrl.replace(/[^/]*([?#].*)?$/, '');
  const tag = [...document.querySelectorAll<HTMLScriptElement>('script[data-server]')].find(
    ({ src, dataset }) => dataset.server && src.startsWith(folder),
  );
  return (
    tag?.dataset.server ??
    (folder.endsWith('/widget/') ? folder.slice(0, -'widget/'.length) : undefined)
  );
}

setScriptServer(findServer(import.meta.url));

/** A widget that was in the page when the script ran. */
export interface FirstWidget {
  readonly element: HTMLElement;
  /** Absolute URL of its feed; `undefined` where it waits before it asks for it. */
  readonly url: string | undefined;
  /** Reads the tag's options. */
  readonly attribute: ReadAttribute;
  /** The head of the feed that a server has written into the page. */
  readonly brought: LoadedHead | undefined;
}

/** The first request for a feed, and what the first paint needs of its answer. */
interface FirstRequest extends FirstAnswer {
  /** `undefined` where the answer is no feed, or none came; the element finds out why. Never rejects. */
  readonly head: Promise<LoadedHead | undefined>;
}

const readBrought = (text: string | undefined): LoadedHead | undefined => {
  // An exception takes 8 ms on a slow telephone.
  if (!text) return undefined;
  try {
    const feed = readHead(JSON.parse(text));
    return feed && { feed, clockOffsetMs: 0 };
  } catch {
    return undefined;
  }
};

/** The widgets in the order of the page. */
export const firstWidgets: FirstWidget[] = [];

for (const element of document.querySelectorAll<HTMLElement>('outage-status')) {
  try {
    const attribute: ReadAttribute = (name) => readAttribute(element, name);
    const url = element.hasAttribute('load') ? undefined : locateFeed(attribute, document.baseURI);
    const brought = readBrought(readServerData(element, attribute));
    if (url || brought) firstWidgets.push({ element, url, attribute, brought });
  } catch {
    // The element itself reports what is wrong with its attributes.
  }
}

// As properties, addresses are absolute and written in one way.
const preloads = [...document.querySelectorAll<HTMLLinkElement>('link[rel~=preload]')].map(
  ({ href }) => href,
);

const readAnswer = async ({ received }: FirstAnswer): Promise<LoadedHead | undefined> => {
  try {
    const { response, receivedAtMs, text } = await received;
    const feed = text && readHead(JSON.parse(text));
    return feed
      ? { feed, clockOffsetMs: readClockOffset(response.headers, receivedAtMs) }
      : undefined;
  } catch {
    return undefined;
  }
};

/** The first requests by URL, of the widgets that need one. */
export const firstRequests = new Map<string, FirstRequest>();

/** Sends the first requests. */
export async function sendRequests(): Promise<void> {
  // Chromium notes the line of each request. Called while this file is being evaluated, it would parse the whole file again.
  await Promise.resolve();
  for (const { url, brought } of firstWidgets) {
    const isDue = !brought || !isYoung(Date.parse(brought.feed.generatedAt), Date.now());
    if (!url || !isDue || firstRequests.has(url)) continue;
    // The preload may leave out the guide by its query.
    const preload = preloads.find((href) => href.split('?')[0] === url);
    const answer = askFirst(url, preload);
    firstRequests.set(url, { ...answer, head: readAnswer(answer) });
  }
}

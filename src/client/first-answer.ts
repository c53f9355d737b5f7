import { readBoundedText } from './bounded-text.js';

/**
 * Options of every request for a feed. The browser revalidates its own cache: if we sent `If-None-Match`, every
 * cross-origin poll would need a preflight, and vendors' pages refuse those.
 */
export const FEED_REQUEST: RequestInit = {
  cache: 'no-cache',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
};

/** An answer of a feed's server, and when it came. */
export interface Received {
  /** With `body` where that has not been read. `headers` know names in lower case. */
  readonly response: Pick<Response, 'ok' | 'status'> &
    Partial<Pick<Response, 'body'>> & { readonly headers: Pick<Headers, 'get'> };
  /** Its body, where that has been read; that of an error is not. */
  readonly text?: string | undefined;
  /** The visitor's clock, epoch milliseconds. */
  readonly receivedAtMs: number;
}

/** A request for a feed that left before this client had loaded, with its answer. */
export interface FirstAnswer {
  /** Absolute URL that was asked for: that of the feed, perhaps with a query. */
  readonly url: string;
  /** Ends the request, and `received` rejects. */
  readonly abort: () => void;
  /** Rejects as `fetch` does, and with a `FeedError` for a body over 1 MB unless the page has preloaded it. */
  readonly received: Promise<Received>;
}

const ask = (url: string): FirstAnswer => {
  const controller = new AbortController();
  const send = async (): Promise<Received> => {
    const response = await fetch(url, { ...FEED_REQUEST, signal: controller.signal });
    const receivedAtMs = Date.now();
    return {
      response,
      receivedAtMs,
      text: response.ok ? await readBoundedText(response) : undefined,
    };
  };
  return { url, abort: () => controller.abort(), received: send() };
};

/**
 * Takes the answer that the page has asked for with `<link rel="preload" as="fetch" crossorigin>`. The default options are
 * those of the link, without which the browser would ask again. `fetch` hands out what is there already in several tasks,
 * this in two: 5 to 9 ms on a slow phone, and `Headers`, `AbortController` or another of the browser's classes, each a
 * millisecond at its first use, are not needed. Its length is no matter here: the browser has read it. Should the browser
 * not reuse the preload, this request has the page's referrer policy, as the link's own had.
 */
const take = (url: string): FirstAnswer => {
  let request: XMLHttpRequest | undefined;
  const received = new Promise<Received>((resolve, reject) => {
    const sent = (request = new XMLHttpRequest());
    sent.addEventListener('load', () => {
      const { status } = sent;
      const ok = status >= 200 && status < 300;
      // Names are in lower case here.
      const headers = sent.getAllResponseHeaders().split('\r\n');
      const get = (name: string) =>
        headers.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? null;
      const text = ok ? sent.responseText : undefined;
      resolve({ response: { ok, status, headers: { get } }, receivedAtMs: Date.now(), text });
    });
    for (const end of ['error', 'abort'])
      sent.addEventListener(end, () => reject(new TypeError('no answer')));
    sent.open('GET', url);
    sent.send();
  });
  return { url, abort: () => request?.abort(), received };
};

/**
 * Requests a feed with as little code as possible. A page may have replaced what sends requests by anything: what that
 * throws is a failed request.
 *
 * @param url Absolute URL of the feed.
 * @param preload What the page has asked for already: that URL, perhaps with a query.
 */
export const askFirst = (url: string, preload?: string): FirstAnswer =>
  preload ? take(preload) : ask(url);

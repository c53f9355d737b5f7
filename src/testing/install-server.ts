const CLOSED = 2; // EventSource.CLOSED
const TASK_MS = 1;

// As it was at the import: a test may replace the timers.
const { setTimeout } = globalThis;
const nextTask = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, TASK_MS));

/** An event source that the server has refused. */
const makeRefused = (): EventTarget => {
  const source = new EventTarget();
  queueMicrotask(() => source.dispatchEvent(new Event('error')));
  return Object.assign(source, { readyState: CLOSED, close: () => undefined });
};

/**
 * Sends some of the page's requests to a function instead of the network.
 *
 * @param isOurs Whether the function answers an address.
 * @returns A function that takes it back. What it returns resolves once elements that have been removed before have let
 *   go of their feeds, which is a task later: the next test's would show them.
 */
export function installServer(
  answer: (request: Request) => Promise<Response>,
  isOurs: (url: string) => boolean,
): () => Promise<void> {
  const { fetch, EventSource } = globalThis;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!isOurs(url)) return fetch(input, init);
    // As from a network: what a test shows right after a report is what the request after the report brings.
    await nextTask();
    init?.signal?.throwIfAborted();
    // A signal of jsdom is none for Node's `Request`.
    return answer(new Request(input, { ...init, signal: null }));
  };
  // There is none in Node and in jsdom.
  if (EventSource as unknown) {
    globalThis.EventSource = new Proxy(EventSource, {
      construct: (real, [url, init]: [string | URL, EventSourceInit?]) =>
        isOurs(String(url)) ? makeRefused() : new real(url, init),
    });
  }
  return () => {
    globalThis.fetch = fetch;
    if (EventSource as unknown) globalThis.EventSource = EventSource;
    return nextTask();
  };
}

import { takePushSlot } from './push-slots.js';

/** The page around a stream: visibility, network state and push. Tests pass their own. */
export interface Page {
  /** False while the page is hidden or kept in the back/forward cache. */
  isVisible(): boolean;
  /** False only when the browser knows that there is no network; a server on this very machine may still answer. */
  isOnline(): boolean;
  /** Calls `onChange` after visibility or network state may have changed, until the returned function is called. */
  watch(onChange: () => void): () => void;
  /** Connects to server-sent events without credentials; `undefined` where `EventSource` is missing, as in Node 20. */
  readonly openEventSource: ((url: string) => EventSource) | undefined;
  /** As {@link takePushSlot}. */
  readonly takePushSlot: typeof takePushSlot;
  /** True where `fetch` revalidates its own cache, false where we must send `If-None-Match`. */
  readonly hasHttpCache: boolean;
  /** Uniform in [0, 1). */
  random(): number;
}

/** The page this script runs in; in Node a page that is always visible. Reads globals, so do not call it at import. */
export function openRealPage(): Page {
  const inBrowser = typeof document !== 'undefined';
  let cached = false;
  return {
    isVisible: () => !inBrowser || (!document.hidden && !cached),
    isOnline: () => !inBrowser || navigator.onLine,
    watch(onChange) {
      if (!inBrowser) return () => undefined;
      // Not by a signal: Jest gives jsdom's page Node's `AbortController`, whose signals jsdom refuses.
      const follow = (target: EventTarget, type: string, before?: () => void) => {
        const listener = () => {
          before?.();
          onChange();
        };
        target.addEventListener(type, listener);
        return () => target.removeEventListener(type, listener);
      };
      const stops = [
        follow(document, 'visibilitychange'),
        follow(window, 'online'),
        follow(window, 'offline'),
        // An open connection keeps a page out of the back/forward cache, https://web.dev/articles/bfcache
        follow(window, 'pagehide', () => (cached = true)),
        follow(window, 'pageshow', () => (cached = false)),
      ];
      return () => stops.forEach((stop) => stop());
    },
    openEventSource: typeof EventSource === 'undefined' ? undefined : (url) => new EventSource(url),
    takePushSlot,
    hasHttpCache: inBrowser,
    random: () => Math.random(),
  };
}

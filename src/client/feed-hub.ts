import type { FeedError } from '../feed/index.js';
import type { FeedState } from './feed-state.js';
import type { FeedWatcher } from './feed-watcher.js';
import { requestFeed, type FeedRequest } from './first-request.js';
import { realPlatform, type Platform } from './platform.js';

/** Where the hub gets what the first paint can do without. Each is called when it is needed, again after a failure. */
export interface FeedLoaders {
  /** Keeps streams fresh; called when the first request of a stream has settled. */
  watcher(): Promise<Pick<typeof import('./feed-watcher.js'), 'startWatching'>>;
  /** Reads vendors' own status pages; called when a document is not a feed. */
  sources(): Promise<Pick<typeof import('../sources/browser.js'), 'readForeignFeed'>>;
}

/** One reader's hold on the stream of a feed. */
export interface FeedSubscription {
  /** The current state, also before the listener is first called and after the release. */
  readonly state: FeedState;
  /** Seconds between polls, 15–3600, clamped; the quickest of all readers wins. `off` = no polling and no push. */
  setRefresh(seconds: number | 'off'): void;
  /** Asks again now, or joins the request under way; resolves when settled and never rejects. */
  refreshNow(): Promise<FeedState>;
  /** The listener is silent at once; the stream ends a macrotask later, so that a moved element keeps it. */
  release(): void;
}

/** Options of {@link FeedHub.openFeed}. */
export interface OpenOptions {
  /** As in {@link FeedSubscription.setRefresh}; 60 when left out. */
  readonly refreshSeconds?: number | 'off' | undefined;
}

/** Shares one stream per feed URL: one request, one poll loop, one event source, however many read it. */
export interface FeedHub {
  /**
   * Opens the stream of one feed URL.
   *
   * @param url Absolute URL; streams are shared by its exact text.
   * @param listener Called after every change, never during this call.
   */
  readonly openFeed: (
    url: string,
    listener: (state: FeedState) => void,
    options?: OpenOptions,
  ) => FeedSubscription;
  /**
   * Starts the first request without a reader; it is dropped when none has come after 30 s.
   *
   * @param init Added to that request.
   * @returns What has become of that request; never rejects.
   */
  readonly prefetchFeed: (url: string, init?: RequestInit) => Promise<FeedState>;
  /** Says where the rest of the client comes from. Without it a feed is asked for once, and vendors' pages fail. */
  readonly setFeedLoaders: (loaders: FeedLoaders) => void;
}

/** One of a stream's readers. */
export interface FeedReader {
  readonly listener: (state: FeedState) => void;
  /** As given by the reader, not yet clamped. */
  refresh: number | 'off' | undefined;
}

/** One feed URL with everyone who reads it: what the hub hands over to the watcher. */
export interface FeedStream extends Pick<FeedRequest, 'platform' | 'readForeignFeed'> {
  readonly url: string;
  readonly readers: ReadonlySet<FeedReader>;
  readonly state: FeedState;
  /** Makes a state the current one and tells its readers: all of them, or only those that are named. */
  publish(state: FeedState, to?: Iterable<FeedReader>): void;
}

const PREFETCH_KEPT_MS = 30_000;

/** Makes a hub with no streams. A page needs one; tests make their own. */
export function createFeedHub(platform: Platform): FeedHub {
  const streams = new Map<string, ReturnType<typeof openStream>>();
  let loaders: FeedLoaders | undefined;

  const readForeignFeed: FeedRequest['readForeignFeed'] = async (document, options) =>
    // Without loaders this fails, as a chunk does that cannot be loaded.
    (await loaders!.sources()).readForeignFeed(document, options);

  const openStream = (url: string, init?: RequestInit) => {
    const controller = new AbortController();
    const readers = new Set<FeedReader>();
    let watcher: FeedWatcher | undefined;
    let connecting: Promise<void> | undefined;
    let isClosed = false;

    const stream = {
      url,
      platform,
      readForeignFeed,
      readers,
      state: { phase: 'loading', last: undefined } as FeedState,
      publish(state: FeedState, to: Iterable<FeedReader> = readers) {
        if (isClosed) return;
        stream.state = state;
        for (const { listener } of to) {
          try {
            listener(state);
          } catch (error) {
            // One reader's mistake is reported as uncaught and does not keep the feed from the others.
            platform.setTimeout(() => {
              throw error;
            }, 0);
          }
        }
      },
      /** Brings the watcher up to date with the readers; starts it once there is one. */
      async adjust() {
        watcher?.adjust();
        await pending;
        if (readers.size) await connect();
      },
      refreshNow: async () => {
        if (pending) await pending;
        else {
          await connect();
          await watcher?.refreshNow();
        }
        return stream.state;
      },
      closeIfUnread: () => {
        if (readers.size) void stream.adjust();
        else if (!isClosed) {
          isClosed = true;
          streams.delete(url);
          controller.abort();
          watcher?.close();
        }
      },
    };

    const connect = () =>
      (connecting ??= (async () => {
        try {
          const module = await loaders?.watcher();
          if (!isClosed) watcher = module?.startWatching(stream);
        } catch {
          // The first feed stays on screen and ages; the next reader or refresh tries to load the rest again.
          connecting = undefined;
        }
      })());

    const settle = (state: FeedState) => {
      stream.publish(state);
      pending = undefined;
    };
    const settled = requestFeed(url, controller, { ...stream, init }).then(
      (last) => settle({ phase: 'ready', last }),
      (error: FeedError) => settle({ phase: 'failed', error, last: undefined }),
    );
    let pending: Promise<void> | undefined = settled;

    const opened = Object.assign(stream, { settled });
    streams.set(url, opened);
    return opened;
  };

  const findStream = (url: string, init?: RequestInit) => streams.get(url) ?? openStream(url, init);

  return {
    openFeed(url, listener, options) {
      const stream = findStream(url);
      const reader: FeedReader = { listener, refresh: options?.refreshSeconds };
      stream.readers.add(reader);
      void stream.adjust();
      return {
        get state() {
          return stream.state;
        },
        setRefresh(seconds) {
          // An element says it again at every update.
          if (reader.refresh === seconds) return;
          reader.refresh = seconds;
          void stream.adjust();
        },
        refreshNow: stream.refreshNow,
        release() {
          stream.readers.delete(reader);
          platform.setTimeout(stream.closeIfUnread, 0);
        },
      };
    },
    prefetchFeed(url, init) {
      const stream = findStream(url, init);
      platform.setTimeout(stream.closeIfUnread, PREFETCH_KEPT_MS);
      return stream.settled.then(() => stream.state);
    },
    setFeedLoaders(given) {
      loaders = given;
    },
  };
}

/** The page's one hub. */
export const { openFeed, prefetchFeed, setFeedLoaders } = createFeedHub(realPlatform);

import type { FeedState } from './feed-state.js';
import { FeedStream, type FeedLoaders, type FeedReader, type StreamHub } from './feed-stream.js';
import { realPlatform, type Platform } from './platform.js';

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

const PREFETCH_KEPT_MS = 30_000;

/** Makes a hub with no streams. A page needs one; tests make their own. */
export function createFeedHub(platform: Platform): FeedHub {
  const streams = new Map<string, FeedStream>();
  const hub: StreamHub = {
    platform,
    loaders: undefined,
    // Without loaders this fails, as a chunk does that cannot be loaded.
    readForeignFeed: async (document, options) =>
      (await hub.loaders!.sources()).readForeignFeed(document, options),
  };

  const findStream = (url: string, init?: RequestInit): FeedStream => {
    let stream = streams.get(url);
    if (!stream) streams.set(url, (stream = new FeedStream(url, hub, init)));
    return stream;
  };

  /** Closes a stream after a while, unless it has readers by then. */
  const releaseAfter = (delayMs: number, stream: FeedStream): void => {
    platform.setTimeout(() => {
      if (stream.readers.size) void stream.adjust();
      else if (streams.get(stream.url) === stream) {
        streams.delete(stream.url);
        stream.close();
      }
    }, delayMs);
  };

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
        refreshNow: () => stream.refreshNow(),
        release() {
          stream.readers.delete(reader);
          releaseAfter(0, stream);
        },
      };
    },
    prefetchFeed(url, init) {
      const stream = findStream(url, init);
      releaseAfter(PREFETCH_KEPT_MS, stream);
      return stream.first;
    },
    setFeedLoaders(given) {
      hub.loaders = given;
    },
  };
}

/** The page's one hub. */
export const { openFeed, prefetchFeed, setFeedLoaders } = createFeedHub(realPlatform);

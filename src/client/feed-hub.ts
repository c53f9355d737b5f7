import type { FeedState, LoadedFeed } from './feed-state.js';
import {
  FeedStream,
  type FeedLoaders,
  type FeedReader,
  type StreamHub,
  type StreamStart,
} from './feed-stream.js';
import { realPlatform, type Platform } from './platform.js';

/** One reader's subscription to the stream of a feed. */
export interface FeedSubscription {
  /** The current state, even before the first call of the listener and after the release. */
  readonly state: FeedState;
  /** Seconds between polls, 15–3600, clamped; the quickest of all readers wins. `off` = no polling and no push. */
  setRefresh(seconds: number | 'off'): void;
  /** Requests the feed now, or joins the request under way. Resolves when that has settled; never rejects. */
  refreshNow(): Promise<FeedState>;
  /** Stops calling the listener. The stream closes a macrotask later, so that an element that only moves keeps it. */
  release(): void;
}

/** Options of {@link FeedHub.openFeed}. */
export interface OpenOptions {
  /** As in {@link FeedSubscription.setRefresh}; 60 when left out. */
  readonly refreshSeconds?: number | 'off' | undefined;
  /** The feed that the page itself brought; of use only to the first reader. */
  readonly embedded?: LoadedFeed | undefined;
}

/** Shares one stream per feed URL: one request, one poll loop and one event source for all its readers. */
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
   * Starts the first request before there is a reader. The stream closes if it has none after 30 s.
   *
   * @param start How the stream begins, unless it exists.
   * @returns The state after that request; never rejects.
   */
  readonly prefetchFeed: (url: string, start?: StreamStart) => Promise<FeedState>;
  /** Sets the loaders for the rest of the client. Without them, feeds load only once and vendors' pages fail. */
  readonly setFeedLoaders: (loaders: FeedLoaders) => void;
}

const PREFETCH_KEPT_MS = 30_000;

/** Makes a hub with no streams. A page needs one; tests make their own. */
export function createFeedHub(platform: Platform): FeedHub {
  const streams = new Map<string, FeedStream>();
  const hub: StreamHub = {
    platform,
    loaders: undefined,
    // Without loaders this rejects, like a chunk that fails to load.
    readForeignFeed: async (document, options) =>
      (await hub.loaders!.sources()).readForeignFeed(document, options),
  };

  const findStream = (url: string, start?: StreamStart): FeedStream => {
    let stream = streams.get(url);
    if (!stream) streams.set(url, (stream = new FeedStream(url, hub, start)));
    return stream;
  };

  /** Closes a stream after the delay, unless it has readers by then. */
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
      const stream = findStream(url, options);
      const reader: FeedReader = { listener, refresh: options?.refreshSeconds };
      stream.readers.add(reader);
      void stream.adjust();
      return {
        get state() {
          return stream.state;
        },
        setRefresh(seconds) {
          // Elements call this at every update, mostly with the same value.
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
    prefetchFeed(url, start) {
      const stream = findStream(url, start);
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

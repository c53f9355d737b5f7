import type { FeedError } from '../feed/index.js';
import type { FeedState, LoadedFeed } from './feed-state.js';
import type { FeedWatcher } from './feed-watcher.js';
import type { FirstAnswer } from './first-answer.js';
import { requestFeed, type FeedRequest } from './request-feed.js';
import { isYoung } from './young.js';

/** One of a stream's readers. */
export interface FeedReader {
  readonly listener: (state: FeedState) => void;
  /** As given by the reader, not yet clamped. */
  refresh: number | 'off' | undefined;
}

/** Load the code that the first paint does not need. Streams call them on demand, and again after a failure. */
export interface FeedLoaders {
  /** Loads the watcher, which keeps streams fresh; called after a stream's first request has settled. */
  watcher(): Promise<Pick<typeof import('./feed-watcher.js'), 'startWatching'>>;
  /** Loads the reader of vendors' own status pages; called when a document is not a feed. */
  sources(): Promise<Pick<typeof import('../sources/browser.js'), 'readForeignFeed'>>;
}

/** What a page's streams share. */
export interface StreamHub extends Pick<FeedRequest, 'platform' | 'readForeignFeed'> {
  /** `undefined` until `setFeedLoaders` is called. */
  loaders: FeedLoaders | undefined;
}

/** How a stream begins. */
export interface StreamStart {
  /** The first request, if it has left already. */
  readonly answer?: FirstAnswer | undefined;
  /** The feed that the page itself brought, if it did; shown at once, and instead of a request while it is young. */
  readonly embedded?: LoadedFeed | undefined;
}

/**
 * One feed URL and its readers. It sends the first request at once; when that has settled and there is a reader, the
 * watcher takes over.
 */
export class FeedStream {
  readonly readers = new Set<FeedReader>();
  state: FeedState;
  /** Where the feed is asked for: its URL, or that of the page's preload, whose query may leave out the guide. */
  askedUrl: string;
  /** Resolves to the state after the first request; never rejects. */
  readonly first: Promise<FeedState>;

  readonly #controller = new AbortController();
  #isClosed = false;
  #isAsking = true;
  #watcher: FeedWatcher | undefined;
  #connecting: Promise<void> | undefined;

  constructor(
    readonly url: string,
    readonly hub: StreamHub,
    { answer, embedded }: StreamStart = {},
  ) {
    this.state = { phase: 'loading', last: embedded };
    this.askedUrl = answer?.url ?? url;
    if (answer) this.#controller.signal.addEventListener('abort', answer.abort);
    const loaded =
      embedded && isYoung(embedded.receivedAtMs, hub.platform.now())
        ? Promise.resolve(embedded)
        : requestFeed(url, this.#controller, { ...hub, received: answer?.received });
    this.first = loaded.then(
      (last) => this.#settle({ phase: 'ready', last }),
      (error: FeedError) => this.#settle({ phase: 'failed', error, last: embedded }),
    );
  }

  /** Sets the current state and calls the listeners of the given readers. */
  publish(state: FeedState, to: Iterable<FeedReader> = this.readers): void {
    if (this.#isClosed) return;
    this.state = state;
    for (const { listener } of to) {
      try {
        listener(state);
      } catch (error) {
        // Rethrown as an uncaught error, so that one reader's exception does not keep the feed from the others.
        this.hub.platform.setTimeout(() => {
          throw error;
        }, 0);
      }
    }
  }

  /** Updates the watcher after a change of readers; starts it if it is missing and there are readers. */
  async adjust(): Promise<void> {
    this.#watcher?.adjust();
    await this.first;
    if (this.readers.size) await this.#connect();
  }

  /**
   * Requests the feed now, from here on with its guide, or joins the request under way. Resolves when that has settled;
   * never rejects.
   */
  async refreshNow(): Promise<FeedState> {
    this.askedUrl = this.url;
    if (this.#isAsking) return this.first;
    await this.#connect();
    await this.#watcher?.refreshNow();
    return this.state;
  }

  /** Ends the stream and aborts the request under way. Nothing is published afterwards. */
  close(): void {
    this.#isClosed = true;
    this.#controller.abort();
    this.#watcher?.close();
  }

  #settle(state: FeedState): FeedState {
    this.#isAsking = false;
    this.publish(state);
    return this.state;
  }

  #connect(): Promise<void> {
    return (this.#connecting ??= (async () => {
      try {
        const module = await this.hub.loaders?.watcher();
        if (!this.#isClosed) this.#watcher = module?.startWatching(this);
      } catch {
        // The first feed stays on screen and ages; the next reader or refresh tries to load the rest again.
        this.#connecting = undefined;
      }
    })());
  }
}

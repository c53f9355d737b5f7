import type { FeedError } from '../feed/index.js';
import type { FeedState } from './feed-state.js';
import type { FeedWatcher } from './feed-watcher.js';
import { requestFeed, type FeedRequest } from './request-feed.js';

/** One of a stream's readers. */
export interface FeedReader {
  readonly listener: (state: FeedState) => void;
  /** As given by the reader, not yet clamped. */
  refresh: number | 'off' | undefined;
}

/** Where a page's streams get what the first paint can do without. Each is called when it is needed, again after a failure. */
export interface FeedLoaders {
  /** Keeps streams fresh; called when the first request of a stream has settled. */
  watcher(): Promise<Pick<typeof import('./feed-watcher.js'), 'startWatching'>>;
  /** Reads vendors' own status pages; called when a document is not a feed. */
  sources(): Promise<Pick<typeof import('../sources/browser.js'), 'readForeignFeed'>>;
}

/** What a page's streams share. */
export interface StreamHub extends Pick<FeedRequest, 'platform' | 'readForeignFeed'> {
  /** `undefined` until somebody has said where the rest of the client comes from. */
  loaders: FeedLoaders | undefined;
}

/** Until the first request has settled. */
const ASKING: FeedState = { phase: 'loading', last: undefined };

/**
 * One feed URL with everyone who reads it. It makes the first request at once; when that has settled and there is a
 * reader, the watcher takes over.
 */
export class FeedStream {
  readonly readers = new Set<FeedReader>();
  /** What is known now. */
  state = ASKING;
  /** What the first request has brought, once it has settled; never rejects. */
  readonly first: Promise<FeedState>;

  readonly #controller = new AbortController();
  #isClosed = false;
  #watcher: FeedWatcher | undefined;
  #connecting: Promise<void> | undefined;

  /** @param init Added to the first request. */
  constructor(
    readonly url: string,
    readonly hub: StreamHub,
    init?: RequestInit,
  ) {
    this.first = requestFeed(url, this.#controller, { ...hub, init }).then(
      (last) => this.#settle({ phase: 'ready', last }),
      (error: FeedError) => this.#settle({ phase: 'failed', error, last: undefined }),
    );
  }

  /** Makes a state the current one and tells the readers: all of them, or only those that are named. */
  publish(state: FeedState, to: Iterable<FeedReader> = this.readers): void {
    if (this.#isClosed) return;
    this.state = state;
    for (const { listener } of to) {
      try {
        listener(state);
      } catch (error) {
        // One reader's mistake is reported as uncaught and does not keep the feed from the others.
        this.hub.platform.setTimeout(() => {
          throw error;
        }, 0);
      }
    }
  }

  /** Brings the watcher up to date with the readers, or starts it where there are some. */
  async adjust(): Promise<void> {
    this.#watcher?.adjust();
    await this.first;
    if (this.readers.size) await this.#connect();
  }

  /** Asks again now, or joins the request under way; resolves when settled and never rejects. */
  async refreshNow(): Promise<FeedState> {
    if (this.state === ASKING) return this.first;
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

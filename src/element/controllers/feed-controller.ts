import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { openFeed, setFeedLoaders, type FeedSubscription } from '../../client/feed-hub.js';
import type { FeedState, LoadedFeed } from '../../client/feed-state.js';
import { loadSources } from '../../client/lazy.js';
import { FeedError } from '../../feed/index.js';
import { readFreshness } from '../../model/freshness.js';
import { loadLive } from '../lazy.js';
import { configureListeners } from '../server-address.js';

setFeedLoaders({ watcher: loadLive, sources: loadSources });

/** The element's options, which the controller reads before every update. */
export interface FeedSource {
  /** Absolute URL of the feed, or `undefined` for none. May throw a {@link FeedError}. */
  readonly url: () => string | undefined;
  /** Seconds between polls, or `off`. */
  readonly refresh: () => number | 'off';
  /** When to send the first request. */
  readonly load: () => 'eager' | 'visible' | 'click';
  /** The feed that the page brought for that address, if it did. */
  readonly embedded: () => LoadedFeed | undefined;
}

/**
 * Keeps an element subscribed to the feed of its attributes: subscribes when `load` allows it, follows changes of the
 * URL, and releases the feed when the element leaves the page. Attributes that change together cause one request,
 * because it acts once per update.
 */
export class FeedController implements ReactiveController {
  /** `undefined` before the first request. */
  state: FeedState | undefined;
  /** Absolute URL of the feed in `state`. */
  url: string | undefined;

  #subscription: FeedSubscription | undefined;
  #visibility: IntersectionObserver | undefined;
  #started = false;
  readonly #update = (): void => this.host.requestUpdate();

  constructor(
    readonly host: ReactiveControllerHost & Element,
    readonly source: FeedSource,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // Lit updates after the first connection, but not after later ones.
    this.host.requestUpdate();
    configureListeners.add(this.#update);
  }

  hostDisconnected(): void {
    configureListeners.delete(this.#update);
    this.#visibility?.disconnect();
    this.#visibility = undefined;
    this.#release();
  }

  hostUpdate(): void {
    let url: string | undefined;
    try {
      url = this.source.url();
    } catch (cause) {
      this.#release();
      this.url = undefined;
      this.#fail(cause);
      return;
    }
    if (url !== this.url) {
      this.#release();
      this.url = url;
      this.state = undefined;
    }
    if (url && this.host.isConnected) {
      if (this.#mayStart()) this.#open(url);
      else if (!this.#subscription) this.state = this.#stateBefore();
    }
    this.#subscription?.setRefresh(this.source.refresh());
  }

  /** Allows the first request, whatever the value of `load`. */
  start(): void {
    this.#started = true;
    this.host.requestUpdate();
  }

  /** Waits for the first feed, if there is none and it is on its way. */
  async waitForFirst(): Promise<void> {
    if (this.state?.phase !== 'loading' || this.state.last || !this.#subscription) return;
    this.state = await this.#subscription.refreshNow();
  }

  /** Requests a fresh feed; resolves when it has arrived or failed. */
  async refreshNow(): Promise<void> {
    this.start();
    await (this.host as ReactiveControllerHost).updateComplete;
    await this.#subscription?.refreshNow();
    // With hundreds of elements, the listener of this one may not have been called yet.
    this.state = this.#subscription?.state ?? this.state;
    this.host.requestUpdate();
  }

  #open(url: string): void {
    if (this.#subscription) return;
    const subscription = openFeed(
      url,
      (state) => {
        if (this.#subscription !== subscription) return;
        this.state = state;
        this.host.requestUpdate();
      },
      { refreshSeconds: this.source.refresh(), embedded: this.source.embedded() },
    );
    this.#subscription = subscription;
    this.state = subscription.state;
  }

  /** The state before the first request: what the page brought needs none while it is true. */
  #stateBefore(): FeedState | undefined {
    const last = this.source.embedded();
    return last && !readFreshness(last.feed, Date.now()).stale
      ? { phase: 'loading', last }
      : undefined;
  }

  /** Shows why there is no address. The same reason at a later update is no new failure. */
  #fail(cause: unknown): void {
    const error =
      cause instanceof FeedError ? cause : new FeedError('invalid', String(cause), { cause });
    if (this.state?.phase === 'failed' && this.state.error.message === error.message) return;
    this.state = { phase: 'failed', error, last: undefined };
  }

  #release(): void {
    this.#subscription?.release();
    this.#subscription = undefined;
  }

  #mayStart(): boolean {
    const load = this.source.load();
    if (this.#started || (load !== 'visible' && load !== 'click')) return true;
    // jsdom has none, nor anything that is out of view.
    if (load === 'visible' && typeof IntersectionObserver === 'undefined') return true;
    if (load === 'visible' && !this.#visibility) {
      this.#visibility = new IntersectionObserver(
        (entries) => {
          if (!entries.some((entry) => entry.isIntersecting)) return;
          this.#visibility?.disconnect();
          this.start();
        },
        { rootMargin: '200px' },
      );
      this.#visibility.observe(this.host);
    }
    return false;
  }
}

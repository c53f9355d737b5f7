import { parseFeed, parseJson, type Feed, type FeedError } from '../feed/index.js';
import type { FeedState } from './feed-state.js';
import type { FeedStream } from './feed-stream.js';
import { createRetryingFetch } from './http.js';
import { inTurns } from './in-turns.js';
import { completePushed, keepNewest } from './newest-feed.js';
import { openRealPage, type Page } from './page.js';
import { watchPagePolicy } from './page-policy.js';
import type { Timer } from './platform.js';
import { pollDelayMs } from './poll-delay.js';
import { createPushChannel, type PushChannel } from './push-channel.js';
import { readIntervalMs } from './refresh-interval.js';
import { requestFeed } from './request-feed.js';

/** Keeps one stream fresh until it is closed. */
export interface FeedWatcher {
  /** Call this after readers join, leave or change their refresh interval. */
  adjust(): void;
  /** Polls now, or joins the poll under way; resolves when settled and never rejects. */
  refreshNow(): Promise<void>;
  /** Ends polling and push and aborts the poll under way. Nothing is published afterwards. */
  close(): void;
}

const pushUrl = (url: string, feed: Feed | undefined): string | undefined =>
  // A vendor's `/api/v2/status.json` ends the same way, but only a feed server's feed has `community`.
  feed?.community && new URL(url).pathname.endsWith('/status.json')
    ? new URL('events', url).href
    : undefined;

/**
 * Polls a feed, listens to its push, and pauses both while the page is hidden.
 *
 * @param stream A stream whose first request has settled.
 */
export function startWatching(stream: FeedStream, page: Page = openRealPage()): FeedWatcher {
  const { url, readers } = stream;
  const { platform, readForeignFeed } = stream.hub;
  watchPagePolicy(url);
  // One retry covers a kept-alive connection that died. The back-off handles server errors: immediate retries of many
  // visitors would only add load to a failing server.
  const retryingFetch = createRetryingFetch(platform, {
    tries: 2,
    afterServerErrors: false,
    delayMs: () => 300 * page.random(),
  });
  let intervalMs = readIntervalMs(readers);
  let failureCount = stream.state.phase === 'failed' ? 1 : 0;
  // A feed that the page brought may be older than this stream.
  let settledAtMs =
    stream.state.phase === 'ready' ? stream.state.last.receivedAtMs : platform.now();
  let jitter = page.random();
  let wasOnline = page.isOnline();
  let isClosed = false;
  let timer: Timer | undefined;
  let polling:
    | {
        readonly askedUrl: string;
        readonly controller: AbortController;
        readonly settled: Promise<void>;
      }
    | undefined;
  let push: PushChannel | undefined;
  let wasPushed = false;
  let stopTelling: (() => void) | undefined;
  // Separate from the stream's state, which loses the error when `refreshNow` sets it to `loading`.
  let error = stream.state.phase === 'failed' ? stream.state.error : undefined;

  const lostNetwork = (): boolean => error?.code === 'network' || error?.code === 'timeout';

  const settle = (state: FeedState, isNews = true) => {
    error = state.phase === 'failed' ? state.error : undefined;
    failureCount = error ? failureCount + 1 : 0;
    settledAtMs = platform.now();
    jitter = page.random();
    stream.publish(state, []);
    if (!isNews) return;
    stopTelling?.();
    // Hundreds of elements that redraw at once would freeze the page.
    stopTelling = inTurns(readers, (reader) => stream.publish(state, [reader]));
  };

  const acceptPushed = (text: string): boolean => {
    let pushed: Feed;
    try {
      pushed = parseFeed(parseJson(text));
    } catch {
      void poll();
      return false;
    }
    const { last, phase } = stream.state;
    const next = keepNewest(last, completePushed(pushed, last, platform.now()));
    settle({ phase: 'ready', last: next }, phase !== 'ready' || next.feed !== last?.feed);
    follow();
    return true;
  };

  const followPushHealth = () => {
    const isPushed = push?.isHealthy === true;
    if (wasPushed && !isPushed) {
      // A restarting server drops all connections at once, so overdue polls are spread. None waits longer than if the
      // last event had been a poll, however long push was silent before this page noticed.
      const silentMs = Math.max(0, platform.now() - push!.heardAtMs);
      const spreadMs = Math.max(intervalMs - silentMs, intervalMs / 4) * page.random();
      settledAtMs = Math.max(settledAtMs, platform.now() - intervalMs + spreadMs);
    }
    wasPushed = isPushed;
    follow();
  };

  const followPush = () => {
    const eventsUrl = pushUrl(url, stream.state.last?.feed);
    if (isClosed || intervalMs === Infinity || !page.isVisible()) {
      wasPushed = false;
      return push?.close();
    }
    if (eventsUrl) {
      push ??= createPushChannel({
        url: eventsUrl,
        page,
        platform,
        accept: acceptPushed,
        onChange: followPushHealth,
      });
    }
    push?.open();
  };

  const schedulePoll = () => {
    platform.clearTimeout(timer);
    // "Offline" stops polling only once a request has failed: a server on this machine answers without a network.
    if (isClosed || polling || !page.isVisible() || (!page.isOnline() && lostNetwork())) return;
    const { last } = stream.state;
    const delayMs = pollDelayMs({
      intervalMs,
      failureCount,
      error,
      pushedMaxAgeMs: push?.isHealthy && last ? last.feed.maxAgeSeconds * 1000 : undefined,
      jitter,
    });
    if (delayMs === Infinity) return;
    // Clamped on both sides, because the visitor may set the clock in between.
    const dueInMs = Math.min(delayMs, Math.max(0, settledAtMs + delayMs - platform.now()));
    timer = platform.setTimeout(() => void poll(), dueInMs);
  };

  const follow = () => {
    followPush();
    schedulePoll();
  };

  const ask = async (controller: AbortController): Promise<void> => {
    const { last } = stream.state;
    let next: FeedState;
    try {
      const loaded = await requestFeed(stream.askedUrl, controller, {
        platform: { ...platform, fetch: retryingFetch },
        readForeignFeed,
        last,
        ...(!page.hasHttpCache &&
          last?.etag && { init: { headers: { 'if-none-match': last.etag } } }),
      });
      next = { phase: 'ready', last: keepNewest(stream.state.last, loaded) };
    } catch (cause) {
      next = { phase: 'failed', error: cause as FeedError, last: stream.state.last };
    }
    polling = undefined;
    if (isClosed) return;
    settle(next);
    follow();
  };

  const poll = (): Promise<void> => {
    if (!polling) {
      platform.clearTimeout(timer);
      const controller = new AbortController();
      polling = { askedUrl: stream.askedUrl, controller, settled: ask(controller) };
    }
    return polling.settled;
  };

  const unwatch = page.watch(() => {
    const isOnline = page.isOnline();
    // The page may be visible or online again, so do not let a long back-off delay the next poll.
    failureCount = Math.min(failureCount, 1);
    if (isOnline && !wasOnline && lostNetwork()) settledAtMs = -Infinity;
    wasOnline = isOnline;
    follow();
  });
  follow();

  return {
    adjust() {
      intervalMs = readIntervalMs(readers);
      follow();
    },
    async refreshNow() {
      if (isClosed) return;
      stream.publish({ phase: 'loading', last: stream.state.last });
      // One without the guide is not enough.
      if (polling && polling.askedUrl !== stream.askedUrl) await polling.settled;
      if (!isClosed) await poll();
    },
    close() {
      isClosed = true;
      unwatch();
      polling?.controller.abort();
      follow();
    },
  };
}

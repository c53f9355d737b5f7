import type { FeedLoaders } from '../../src/client/feed-stream.js';
import { createFeedHub } from '../../src/client/feed-hub.js';
import { startWatching } from '../../src/client/feed-watcher.js';
import type { Page } from '../../src/client/page.js';
import type { Platform } from '../../src/client/platform.js';
import * as sources from '../../src/sources/index.js';

/** 09:00:00 UTC, when every fake day begins. */
export const START_MS = Date.parse('2026-11-22T09:00:00Z');

/** Waits until something holds; the test's own time-out is the limit. */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resume) => setTimeout(resume));
}

/** A request that the test answers. */
export class FakeRequest {
  readonly answered: Promise<Response>;
  #resolve!: (response: Response) => void;
  #reject!: (reason: unknown) => void;

  constructor(readonly request: Request) {
    this.answered = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    request.signal.addEventListener('abort', () => this.#reject(request.signal.reason));
  }
  get isAborted(): boolean {
    return this.request.signal.aborted;
  }
  /** Answers with JSON, or with text as it is. */
  answer(body: unknown, init: ResponseInit = {}): void {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    this.respond(new Response(init.status === 304 ? null : text, init));
  }
  respond(response: Response): void {
    this.#resolve(response);
  }
  loseConnection(): void {
    this.#reject(new TypeError('Failed to fetch'));
  }
}

/** An event source that the test drives. */
export class FakeEventSource extends EventTarget {
  readyState = 0;
  constructor(readonly url: string) {
    super();
  }
  connect(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  send(data: unknown): void {
    this.dispatchEvent(
      new MessageEvent('feed', { data: typeof data === 'string' ? data : JSON.stringify(data) }),
    );
  }
  beat(): void {
    this.dispatchEvent(new MessageEvent('heartbeat', { data: '' }));
  }
  /** The connection breaks; a real one reconnects by itself. */
  drop(): void {
    this.readyState = 0;
    this.dispatchEvent(new Event('error'));
  }
  /** The server refuses; a real one gives up. */
  refuse(): void {
    this.readyState = 2;
    this.dispatchEvent(new Event('error'));
  }
  close(): void {
    this.readyState = 2;
  }
}

interface FakeTimer {
  readonly atMs: number;
  readonly run: () => void;
}

/** Clock, network, page and push in a test's hands. Chance always falls in the middle, so that jitter is nought. */
export class FakeSurroundings {
  nowMs = START_MS;
  readonly requests: FakeRequest[] = [];
  readonly eventSources: FakeEventSource[] = [];
  readonly #timers = new Map<number, FakeTimer>();
  readonly #pageListeners = new Set<() => void>();
  readonly #streams = new Set<() => void>();
  #timerCount = 0;
  #isVisible = true;
  #isOnline = true;

  readonly platform: Platform = {
    fetch: (input, init) => {
      const request = new FakeRequest(new Request(input, init));
      this.requests.push(request);
      return request.answered;
    },
    now: () => this.nowMs,
    setTimeout: (run, delayMs) => {
      this.#timerCount += 1;
      this.#timers.set(this.#timerCount, { atMs: this.nowMs + delayMs, run });
      return this.#timerCount as unknown as ReturnType<typeof setTimeout>;
    },
    clearTimeout: (timer) => void this.#timers.delete(timer as unknown as number),
  };

  page: Page = {
    isVisible: () => this.#isVisible,
    isOnline: () => this.#isOnline,
    watch: (onChange) => {
      this.#pageListeners.add(onChange);
      return () => this.#pageListeners.delete(onChange);
    },
    openEventSource: (url) => {
      const source = new FakeEventSource(url);
      this.eventSources.push(source);
      return source as unknown as EventSource;
    },
    takePushSlot: async (_host, closeStream) => {
      if (this.#streams.size >= 2) return undefined;
      this.#streams.add(closeStream);
      return () => void this.#streams.delete(closeStream);
    },
    hasHttpCache: true,
    random: () => 0.5,
  };

  readonly loaders: FeedLoaders = {
    watcher: async () => ({ startWatching: (stream) => startWatching(stream, this.page) }),
    sources: async () => sources,
  };

  /** A hub over these surroundings. */
  createHub(loaders: FeedLoaders = this.loaders) {
    const hub = createFeedHub(this.platform);
    hub.setFeedLoaders(loaders);
    return hub;
  }

  /** How long until each timer rings, in milliseconds, soonest first. */
  get timersMs(): number[] {
    return [...this.#timers.values()]
      .map(({ atMs }) => atMs - this.nowMs)
      .toSorted((a, b) => a - b);
  }

  /** How many streams listen to the page. */
  get pageListenerCount(): number {
    return this.#pageListeners.size;
  }

  /** Lets time pass; timers ring in order, those set meanwhile too. */
  advance(durationMs: number): void {
    const endMs = this.nowMs + durationMs;
    for (;;) {
      const [next] = [...this.#timers].toSorted(([, a], [, b]) => a.atMs - b.atMs);
      if (!next || next[1].atMs > endMs) break;
      this.#timers.delete(next[0]);
      this.nowMs = next[1].atMs;
      next[1].run();
    }
    this.nowMs = endMs;
  }

  /** The visitor sets the clock; timers go on as before. */
  jumpClock(byMs: number): void {
    this.nowMs += byMs;
    for (const [key, { atMs, run }] of this.#timers) {
      this.#timers.set(key, { atMs: atMs + byMs, run });
    }
  }

  /** As a report that waits for a connection. */
  letGoOfStreams(): void {
    for (const closeStream of this.#streams) closeStream();
  }

  setVisible(isVisible: boolean): void {
    this.#isVisible = isVisible;
    for (const listener of this.#pageListeners) listener();
  }

  setOnline(isOnline: boolean): void {
    this.#isOnline = isOnline;
    for (const listener of this.#pageListeners) listener();
  }

  /** Waits for the request of this number, counted from 1, and returns it. */
  async request(number: number): Promise<FakeRequest> {
    await eventually(() => this.requests.length >= number);
    return this.requests[number - 1]!;
  }
}

import type { Page } from './page.js';
import type { Platform, Timer } from './platform.js';

const MOST_FAILURES = 3;
const SHORT_LIVED_MS = 30_000;
const REST_MS = 300_000;
/** Two of the server's heartbeats, 20 s apart, and 5 s for the network. */
const SILENT_MS = 45_000;
const REFUSED = 2; // EventSource.CLOSED; the constant does not exist where EventSource does not

/** The push connection of one feed. */
export interface PushChannel {
  /** True from the first event on, until the connection breaks or no event comes for 45 s. */
  readonly isHealthy: boolean;
  /** When the last event came, by the visitor's clock, epoch milliseconds; `-Infinity` before the first. */
  readonly heardAtMs: number;
  /** Connects, unless it is connected, finds no free slot, or rests after failures. */
  open(): void;
  /** Disconnects; this does not count as a failure. */
  close(): void;
}

/** Options of {@link createPushChannel}. */
export interface PushOptions {
  /** Absolute URL of the events. */
  readonly url: string;
  readonly page: Page;
  readonly platform: Platform;
  /** Handles the text of one `feed` event; returns false when it is not a feed. */
  readonly accept: (text: string) => boolean;
  /** Called after {@link PushChannel.isHealthy} may have changed. */
  readonly onChange: () => void;
}

/**
 * Connects to server-sent events: `feed`, and `heartbeat` in quiet times. A connection that is open may still be deaf,
 * because a proxy holds events back, so only events count.
 *
 * The browser reconnects after a lost connection, and this function after one that falls silent. Push rests for
 * 5 minutes after one refusal, a connection that brings no event in its first 45 s, or three failures: lost or silent
 * connections and events that are no feed. A connection of 30 s clears the failures before it, unless it fell silent.
 */
export function createPushChannel({
  url,
  page,
  platform,
  accept,
  onChange,
}: PushOptions): PushChannel {
  let slot: Promise<(() => void) | undefined> | undefined;
  let source: EventSource | undefined;
  let silence: Timer | undefined;
  let isHealthy = false;
  let heardAtMs = -Infinity;
  let openedAtMs: number | undefined;
  let failureCount = 0;
  let restedAtMs = -Infinity;

  const disconnect = () => {
    platform.clearTimeout(silence);
    source?.close();
    source = openedAtMs = undefined;
    isHealthy = false;
  };

  const close = () => {
    disconnect();
    void slot?.then((giveBack) => giveBack?.());
    slot = undefined;
  };

  const rest = () => {
    close();
    failureCount = 0;
    restedAtMs = platform.now();
  };

  const isResting = (): boolean => {
    const restedMs = platform.now() - restedAtMs;
    // Below zero, the visitor's clock was set back.
    return restedMs >= 0 && restedMs < REST_MS;
  };

  const countFailure = () => {
    failureCount += 1;
    if (failureCount >= MOST_FAILURES) rest();
  };

  const forgiveIfLasting = () => {
    if (openedAtMs !== undefined && platform.now() - openedAtMs >= SHORT_LIVED_MS) failureCount = 0;
  };

  const awaitEvent = () => {
    platform.clearTimeout(silence);
    silence = platform.setTimeout(() => {
      const wasHealthy = isHealthy;
      disconnect();
      if (wasHealthy) countFailure();
      else rest();
      if (slot) connect();
      onChange();
    }, SILENT_MS);
  };

  const hear = () => {
    awaitEvent();
    forgiveIfLasting();
    heardAtMs = platform.now();
    if (isHealthy) return;
    isHealthy = true;
    onChange();
  };

  const connect = () => {
    let opened: EventSource;
    try {
      opened = source = page.openEventSource!(url);
    } catch {
      // The page has replaced `EventSource`.
      return rest();
    }
    const follow = (type: string, run: (event: MessageEvent<string>) => void) =>
      opened.addEventListener(type, (event) => {
        if (opened === source) run(event as MessageEvent<string>);
      });
    awaitEvent();
    follow('open', () => (openedAtMs = platform.now()));
    follow('heartbeat', hear);
    follow('feed', ({ data }) => {
      if (accept(data)) return hear();
      countFailure();
      onChange();
    });
    follow('error', () => {
      forgiveIfLasting();
      awaitEvent();
      openedAtMs = undefined;
      isHealthy = false;
      if (opened.readyState === REFUSED) rest();
      else countFailure();
      onChange();
    });
  };

  const open = async () => {
    if (slot || !page.openEventSource || isResting()) return;
    const taking = (slot = page.takePushSlot(new URL(url).origin, () => {
      rest();
      onChange();
    }));
    const isTaken = await taking;
    if (slot !== taking) return;
    if (isTaken) connect();
    else slot = undefined;
  };

  return {
    get isHealthy() {
      return isHealthy;
    },
    get heardAtMs() {
      return heardAtMs;
    },
    open: () => void open(),
    close,
  };
}

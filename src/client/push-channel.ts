import type { Page } from './page.js';
import type { Platform } from './platform.js';
import { takePushSlot } from './push-slots.js';

const MOST_FAILURES = 3;
const SHORT_LIVED_MS = 30_000;
const REST_MS = 300_000;
const REFUSED = 2; // EventSource.CLOSED; the constant does not exist where EventSource does not

/** The push connection of one feed. */
export interface PushChannel {
  /** True while the connection is open. */
  readonly isHealthy: boolean;
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
 * Connects to server-sent events. The browser reconnects by itself, but push rests for 5 minutes after one refusal or
 * three failures: lost connections and events that are no feed. A connection of 30 s clears the failures before it.
 */
export function createPushChannel({
  url,
  page,
  platform,
  accept,
  onChange,
}: PushOptions): PushChannel {
  let source: EventSource | undefined;
  let giveBackSlot: (() => void) | undefined;
  let isHealthy = false;
  let openedAtMs: number | undefined;
  let failureCount = 0;
  let restsUntilMs = -Infinity;

  const close = () => {
    source?.close();
    giveBackSlot?.();
    source = giveBackSlot = openedAtMs = undefined;
    isHealthy = false;
  };

  const fail = (isRefused: boolean) => {
    failureCount += 1;
    if (!isRefused && failureCount < MOST_FAILURES) return;
    failureCount = 0;
    restsUntilMs = platform.now() + REST_MS;
    close();
  };

  const open = () => {
    if (source || !page.openEventSource || platform.now() < restsUntilMs) return;
    giveBackSlot = takePushSlot(new URL(url).origin);
    if (!giveBackSlot) return;
    const opened = (source = page.openEventSource(url));
    const follow = (type: string, run: (event: MessageEvent<string>) => void) =>
      opened.addEventListener(type, (event) => {
        if (opened === source) run(event as MessageEvent<string>);
      });
    follow('open', () => {
      openedAtMs = platform.now();
      isHealthy = true;
      onChange();
    });
    follow('feed', ({ data }) => {
      if (accept(data)) return;
      fail(false);
      onChange();
    });
    follow('error', () => {
      if (openedAtMs !== undefined && platform.now() - openedAtMs >= SHORT_LIVED_MS)
        failureCount = 0;
      openedAtMs = undefined;
      isHealthy = false;
      fail(opened.readyState === REFUSED);
      onChange();
    });
  };

  return {
    get isHealthy() {
      return isHealthy;
    },
    open,
    close,
  };
}

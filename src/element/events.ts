import type { Feed, FeedError, Status } from '../feed/index.js';

const OPTIONS = { bubbles: true, composed: true } as const;

/** `outage-load`: the first feed of this source is on screen. */
export class OutageLoadEvent extends Event {
  constructor(readonly feed: Feed) {
    super('outage-load', OPTIONS);
  }
}

/** `outage-status-change`: another status than before is on screen. Not on first render. */
export class OutageStatusChangeEvent extends Event {
  constructor(
    readonly from: Status,
    readonly to: Status,
  ) {
    super('outage-status-change', OPTIONS);
  }
}

/** `outage-error`: a request for the feed failed. The last good feed, if any, stays on screen. */
export class OutageErrorEvent extends Event {
  constructor(readonly error: FeedError) {
    super('outage-error', OPTIONS);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'outage-load': OutageLoadEvent;
    'outage-status-change': OutageStatusChangeEvent;
    'outage-error': OutageErrorEvent;
  }
}

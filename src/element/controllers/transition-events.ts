import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FeedError, Status } from '../../feed/index.js';
import { OutageErrorEvent, OutageLoadEvent, OutageStatusChangeEvent } from '../events.js';
import type { FeedController } from './feed-controller.js';

/** Fires events after an update: `outage-load` once per source, then each change of status, and each failure once. */
export class TransitionEvents implements ReactiveController {
  #url: string | undefined;
  #status: Status | undefined;
  #error: FeedError | undefined;

  constructor(
    readonly host: ReactiveControllerHost & EventTarget,
    readonly feed: FeedController,
    readonly shownStatus: () => Status | undefined,
    readonly announce: (status: Status) => void,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const { state, url } = this.feed;
    const status = this.shownStatus();
    if (state?.phase === 'failed' && state.error !== this.#error) {
      const failure = new OutageErrorEvent(state.error);
      this.host.dispatchEvent(failure);
    }
    this.#error = state?.phase === 'failed' ? state.error : undefined;
    if (!state?.last || !status) return;
    const before = this.#url === url ? this.#status : undefined;
    this.#url = url;
    this.#status = status;
    if (!before) {
      const load = new OutageLoadEvent(state.last.feed);
      this.host.dispatchEvent(load);
    } else if (before !== status) {
      const change = new OutageStatusChangeEvent(before, status);
      this.host.dispatchEvent(change);
      this.announce(status);
    }
  }
}

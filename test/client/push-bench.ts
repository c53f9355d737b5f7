import type { FeedSubscription } from '../../src/client/feed-hub.js';
import type { FeedState } from '../../src/client/feed-state.js';
import { eventually, FakeSurroundings, type FakeEventSource } from './fake-surroundings.js';
import { sampleFeed } from './sample-feed.js';

export const HOST = 'https://push.example';
export const URL_OF_FEED = `${HOST}/v1/services/kik/status.json`;
export const MINUTE_MS = 60_000;
/** How long a connection may bring nothing. */
export const SILENT_MS = 45_000;

export const feedOf = (time: string) => sampleFeed({ generatedAt: `2026-11-22T${time}Z` });

/** A pushed feed and its subscription, in surroundings of its own. */
export class PushBench {
  readonly fake = new FakeSurroundings();
  readonly hub = this.fake.createHub();
  readonly states: FeedState[] = [];
  subscription!: FeedSubscription;

  /** @param number Of the connection, counted from 1. */
  source(number = 1): FakeEventSource {
    return this.fake.eventSources[number - 1]!;
  }

  async open(first = sampleFeed()) {
    this.subscription = this.hub.openFeed(URL_OF_FEED, (state) => this.states.push(state));
    this.fake.requests[0]!.answer(first);
    await eventually(() => this.states.length === 1 && this.fake.pageListenerCount === 1);
    await this.takeSlots();
  }

  /** Lets streams take their slots, which takes microtasks. */
  takeSlots() {
    return new Promise((resume) => setTimeout(resume));
  }

  /** Connects the source of that number, whose first event comes at once. */
  hear(number = 1) {
    this.source(number).connect();
    this.source(number).send(feedOf('09:00:00'));
  }

  /** Gives back the connection, which is shared by all hubs of the page. */
  close() {
    this.subscription.release();
    this.fake.advance(0);
  }
}

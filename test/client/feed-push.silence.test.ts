import { expect } from '@open-wc/testing';
import type { FeedSubscription } from '../../src/client/feed-hub.js';
import type { FeedState } from '../../src/client/feed-state.js';
import { eventually, FakeSurroundings, type FakeEventSource } from './fake-surroundings.js';
import { sampleFeed } from './sample-feed.js';

const HOST = 'https://push.example';
const URL_OF_FEED = `${HOST}/v1/services/kik/status.json`;
const MINUTE_MS = 60_000;
/** How long a connection may bring nothing. */
const SILENT_MS = 45_000;

const feedOf = (time: string) => sampleFeed({ generatedAt: `2026-11-22T${time}Z` });

describe('a push connection that may be deaf', () => {
  let fake: FakeSurroundings;
  let states: FeedState[];
  let hub: ReturnType<FakeSurroundings['createHub']>;
  let subscription: FeedSubscription;

  const source = (number = 1): FakeEventSource => fake.eventSources[number - 1]!;

  const open = async (first = sampleFeed()) => {
    subscription = hub.openFeed(URL_OF_FEED, (state) => states.push(state));
    fake.requests[0]!.answer(first);
    await eventually(() => states.length === 1 && fake.pageListenerCount === 1);
    await takeSlots();
  };

  /** Lets streams take their slots, which takes microtasks. */
  const takeSlots = () => new Promise((resume) => setTimeout(resume));

  /** Connects the source of that number, whose first event comes at once. */
  const hear = (number = 1) => {
    source(number).connect();
    source(number).send(feedOf('09:00:00'));
  };

  beforeEach(() => {
    fake = new FakeSurroundings();
    hub = fake.createHub();
    states = [];
  });

  afterEach(() => {
    // Gives back the connection, which is shared by all hubs of the page.
    subscription.release();
    fake.advance(0);
  });

  it('polls as if there were no push until the first event, however often the connection opens', async () => {
    await open();
    for (let second = 10; second < 60; second += 10) {
      fake.advance(10_000);
      if (second === 30) source().drop();
      source().connect();
    }
    expect(fake.requests).to.have.length(1);
    fake.advance(10_000);
    expect(fake.requests).to.have.length(2);
  });

  it('rests for five minutes when a connection brings nothing in its first 45 s', async () => {
    await open();
    source().connect();
    fake.advance(SILENT_MS - 1);
    expect(source().readyState).to.equal(1);
    fake.advance(1);
    expect(source().readyState).to.equal(2);
    fake.advance(15_000);
    (await fake.request(2)).answer(feedOf('09:01:00'));
    await eventually(() => states.length === 2);
    expect(fake.eventSources).to.have.length(1);
    expect(fake.timersMs).to.deep.equal([MINUTE_MS]);
  });

  it('rests when a connection does not even open in 45 s', async () => {
    await open();
    fake.advance(SILENT_MS);
    expect(source().readyState).to.equal(2);
  });

  it('stays healthy in a quiet time as long as heartbeats come', async () => {
    await open();
    hear();
    for (let count = 0; count < 7; count += 1) {
      fake.advance(20_000);
      source().beat();
    }
    expect(fake.requests).to.have.length(1);
    expect(fake.timersMs).to.deep.equal([10_000, SILENT_MS]);
  });

  it('takes a heartbeat for a first event', async () => {
    await open();
    source().connect();
    source().beat();
    expect(fake.timersMs).to.deep.equal([SILENT_MS, 150_000]);
  });

  it('connects again when a healthy connection falls silent, and polls within 66 s of its last event', async () => {
    await open();
    hear();
    fake.advance(20_000);
    source().beat();
    fake.advance(SILENT_MS);
    expect(source().readyState).to.equal(2);
    expect(fake.eventSources).to.have.length(2);
    // In the middle of the 15 s that are left of a minute since the heartbeat.
    expect(fake.timersMs).to.deep.equal([7500, SILENT_MS]);
  });

  it('gives push up when three connections in a row fall silent after their first event', async () => {
    await open();
    for (const number of [1, 2, 3]) {
      hear(number);
      fake.advance(SILENT_MS);
      for (const request of fake.requests.slice(1)) request.answer(feedOf('09:00:00'));
    }
    expect(source(3).readyState).to.equal(2);
    expect(fake.eventSources).to.have.length(3);
  });

  it('forgets that connections fell silent once one has lasted', async () => {
    await open();
    for (const number of [1, 2, 3, 4]) {
      hear(number);
      fake.advance(30_000);
      source(number).beat();
      fake.advance(SILENT_MS);
    }
    expect(fake.eventSources).to.have.length(5);
  });

  for (const [direction, jumpMs] of [
    ['back', -86_400_000],
    ['forward', 86_400_000],
  ] as const) {
    it(`notices silence although the clock is set ${direction} by a day meanwhile`, async () => {
      await open();
      hear();
      fake.jumpClock(jumpMs);
      fake.advance(SILENT_MS);
      expect(source().readyState).to.equal(2);
      expect(fake.timersMs[0]).to.be.at.most(MINUTE_MS);
    });
  }

  it('connects after a rest although the clock was set back by a day', async () => {
    await open();
    source().refuse();
    fake.jumpClock(-86_400_000);
    subscription.setRefresh(30);
    await takeSlots();
    expect(fake.eventSources).to.have.length(2);
  });

  it('lets go of its connection for a report that waits for one, and polls on', async () => {
    await open();
    hear();
    fake.letGoOfStreams();
    expect(source().readyState).to.equal(2);
    expect(fake.timersMs).to.deep.equal([MINUTE_MS]);
    subscription.setRefresh(30);
    await takeSlots();
    expect(fake.eventSources).to.have.length(1);
  });

  it('polls where `EventSource` throws', async () => {
    fake.page = {
      ...fake.page,
      openEventSource: () => {
        throw new TypeError('Illegal constructor');
      },
    };
    await open();
    expect(fake.timersMs).to.deep.equal([MINUTE_MS]);
  });

  it('gives its slot back when it is closed while it takes one', async () => {
    subscription = hub.openFeed(URL_OF_FEED, (state) => states.push(state));
    fake.requests[0]!.answer(sampleFeed());
    let givenBackCount = 0;
    const slots: ((giveBack: () => void) => void)[] = [];
    fake.page = {
      ...fake.page,
      takePushSlot: () => new Promise((resolve) => slots.push(resolve)),
    };
    await eventually(() => slots.length === 1);
    fake.setVisible(false);
    fake.setVisible(true);
    for (const take of slots) take(() => (givenBackCount += 1));
    await takeSlots();
    expect(slots).to.have.length(2);
    expect(givenBackCount).to.equal(1);
    expect(fake.eventSources).to.have.length(1);
  });

  it('polls as usual again once push is lost', async () => {
    await open();
    hear();
    source().drop();
    expect(fake.timersMs).to.deep.equal([SILENT_MS, MINUTE_MS]);
  });

  it('spreads the polls of all clients that lost push at once over an interval', async () => {
    await open();
    hear();
    for (let count = 0; count < 7; count += 1) {
      fake.advance(20_000);
      source().beat();
    }
    source().drop();
    expect(fake.timersMs).to.deep.equal([30_000, SILENT_MS]);
  });
});

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

describe('a feed watched by push', () => {
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

  it('connects beside the feed and shows what arrives', async () => {
    await open();
    expect(source().url).to.equal(`${HOST}/v1/services/kik/events`);
    source().connect();
    source().send(feedOf('09:00:05'));
    expect(states[1]!.phase).to.equal('ready');
    expect(states[1]!.last?.feed.generatedAt).to.equal('2026-11-22T09:00:05Z');
    expect(fake.requests).to.have.length(1);
  });

  it('keeps the guide, which is not pushed', async () => {
    const guide = {
      steps: [{ id: 'restart', title: 'Restart', text: 'Turn it off and on.' }],
      faq: [],
    };
    await open(sampleFeed({ guide }));
    source().connect();
    source().send(feedOf('09:00:05'));
    expect(states[1]!.last?.feed.guide).to.deep.equal(guide);
  });

  it('polls rarely while push is healthy, but before a quiet feed goes stale', async () => {
    await open();
    expect(fake.timersMs).to.deep.equal([SILENT_MS, MINUTE_MS]);
    hear();
    expect(fake.timersMs).to.deep.equal([SILENT_MS, 150_000], 'half of maxAgeSeconds');
    subscription.setRefresh(15);
    expect(fake.timersMs).to.deep.equal([SILENT_MS, 75_000], 'five intervals');
  });

  it('drops a pushed feed that is older than the one on screen', async () => {
    await open();
    source().connect();
    source().send(feedOf('08:59:59'));
    expect(subscription.state.last?.feed.generatedAt).to.equal('2026-11-22T09:00:00Z');
  });

  it('drops the answer of a poll that was overtaken by push', async () => {
    await open();
    const refreshed = subscription.refreshNow();
    await fake.request(2);
    source().connect();
    source().send(feedOf('09:00:05'));
    fake.requests[1]!.answer(feedOf('09:00:02'));
    await refreshed;
    expect(subscription.state.phase).to.equal('ready');
    expect(subscription.state.last?.feed.generatedAt).to.equal('2026-11-22T09:00:05Z');
  });

  it('ignores a pushed document that is not a feed and polls instead', async () => {
    await open();
    source().connect();
    source().send({ version: 1, status: 'fine' });
    expect(states).to.have.length(1);
    (await fake.request(2)).answer(feedOf('09:00:05'));
    await eventually(() => states.length === 2);
    expect(states[1]!.last?.feed.generatedAt).to.equal('2026-11-22T09:00:05Z');
    expect(source().readyState).to.equal(1, 'one bad event is no reason to disconnect');
  });

  it('gives push up after three bad events', async () => {
    await open();
    source().connect();
    for (let count = 0; count < 3; count += 1) source().send('not JSON');
    expect(source().readyState).to.equal(2);
    (await fake.request(2)).answer(feedOf('09:00:05'));
    await eventually(() => states.length === 2);
    expect(fake.timersMs).to.deep.equal([MINUTE_MS]);
    expect(fake.eventSources).to.have.length(1);
  });

  it('gives push up after three failures in a row, and tries again after five minutes', async () => {
    await open();
    source().drop();
    source().drop();
    expect(source().readyState).to.equal(0);
    source().drop();
    expect(source().readyState).to.equal(2);
    subscription.setRefresh('off');
    fake.advance(5 * MINUTE_MS - 1);
    subscription.setRefresh(60);
    await takeSlots();
    expect(fake.eventSources).to.have.length(1);
    fake.advance(1);
    subscription.setRefresh(61);
    await takeSlots();
    expect(fake.eventSources).to.have.length(2);
  });

  it('counts a connection that soon breaks as a failure, but not one that lasted', async () => {
    await open();
    for (let count = 0; count < 5; count += 1) {
      source().connect();
      fake.nowMs += 30_000;
      source().drop();
    }
    expect(source().readyState).to.equal(0);
    for (let count = 0; count < 2; count += 1) {
      source().connect();
      fake.nowMs += 29_999;
      source().drop();
    }
    expect(source().readyState).to.equal(2);
  });

  it('stops connecting for a while after a refusal', async () => {
    await open();
    source().refuse();
    expect(fake.timersMs).to.deep.equal([MINUTE_MS]);
    subscription.setRefresh(30);
    expect(fake.eventSources).to.have.length(1);
  });

  it('polls where the browser has no event source', async () => {
    fake.page = { ...fake.page, openEventSource: undefined };
    await open();
    expect(fake.timersMs).to.deep.equal([MINUTE_MS]);
  });

  it('disconnects while the page is hidden and reconnects on return', async () => {
    await open();
    source().connect();
    fake.setVisible(false);
    expect(source().readyState).to.equal(2);
    expect(fake.timersMs).to.deep.equal([]);
    fake.setVisible(true);
    await takeSlots();
    expect(fake.eventSources).to.have.length(2);
    source(1).send(feedOf('09:00:09'));
    expect(states).to.have.length(1, 'an event of the old connection is not heard');
  });

  it('disconnects when refresh is off, and reconnects when it is on again', async () => {
    await open();
    source().connect();
    subscription.setRefresh('off');
    expect(source().readyState).to.equal(2);
    expect(fake.timersMs).to.deep.equal([]);
    subscription.setRefresh(60);
    await takeSlots();
    expect(fake.eventSources).to.have.length(2);
  });

  it('disconnects on the last release', async () => {
    await open();
    source().connect();
    subscription.release();
    fake.advance(0);
    expect(source().readyState).to.equal(2);
    expect(fake.pageListenerCount).to.equal(0);
    expect(fake.timersMs).to.deep.equal([]);
  });

  it('clears a failure with the next pushed feed', async () => {
    subscription = hub.openFeed(URL_OF_FEED, (state) => states.push(state));
    fake.requests[0]!.answer(sampleFeed());
    await eventually(() => fake.eventSources.length === 1);
    source().connect();
    const refreshed = subscription.refreshNow();
    (await fake.request(2)).answer('', { status: 500 });
    expect((await refreshed).phase).to.equal('failed');
    source().send(feedOf('09:00:05'));
    expect(subscription.state.phase).to.equal('ready');
    expect(fake.timersMs).to.deep.equal([SILENT_MS, 150_000]);
  });

  it('does not connect for a feed without reports, nor for one at another kind of address', async () => {
    await open(sampleFeed({ community: null }));
    expect(fake.eventSources).to.have.length(0);
    const other = hub.openFeed(`${HOST}/kik.json`, () => undefined);
    (await fake.request(2)).answer(sampleFeed());
    await eventually(() => fake.pageListenerCount === 2);
    expect(fake.eventSources).to.have.length(0);
    other.release();
    fake.advance(0);
  });

  it('keeps connections to a host free for requests: two streams are pushed, the others poll, and move up', async () => {
    const subscriptions = ['a', 'b', 'c'].map((id) =>
      hub.openFeed(`${HOST}/v1/services/${id}/status.json`, (state) => states.push(state)),
    );
    subscription = subscriptions[2]!;
    for (const request of fake.requests) request.answer(sampleFeed());
    await eventually(() => fake.pageListenerCount === 3);
    expect(fake.eventSources.map(({ url }) => url.split('/').at(-2))).to.deep.equal(['a', 'b']);
    subscriptions[0]!.release();
    subscriptions[1]!.release();
    fake.advance(0);
    fake.advance(MINUTE_MS);
    (await fake.request(4)).answer(sampleFeed());
    await eventually(() => fake.eventSources.length === 3);
    expect(source(3).url).to.contain('/c/events');
  });
});

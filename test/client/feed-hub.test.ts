import { expect } from '@open-wc/testing';
import type { FeedState } from '../../src/client/feed-state.js';
import { eventually, FakeSurroundings, START_MS } from './fake-surroundings.js';
import { sampleFeed } from './sample-feed.js';

const URL_OF_FEED = 'https://status.example/v1/services/kik/status.json';

describe('feed hub', () => {
  let fake: FakeSurroundings;
  let states: FeedState[];
  const listener = (state: FeedState) => void states.push(state);

  beforeEach(() => {
    fake = new FakeSurroundings();
    states = [];
  });

  it('asks once for one URL and updates all of its readers', async () => {
    const hub = fake.createHub();
    for (let count = 0; count < 100; count += 1) hub.openFeed(URL_OF_FEED, listener);
    expect(fake.requests).to.have.length(1);
    fake.requests[0]!.answer(sampleFeed());
    await eventually(() => states.length === 100);
    await eventually(() => fake.eventSources.length > 0);
    expect(new Set(states)).to.have.property('size', 1);
    expect(fake.eventSources).to.have.length(1);
    expect(fake.pageListenerCount).to.equal(1);
  });

  it('asks without credentials, without referrer, past the cache', () => {
    fake.createHub().openFeed(URL_OF_FEED, listener);
    const { request } = fake.requests[0]!;
    expect(request.credentials).to.equal('omit');
    expect(request.referrerPolicy).to.equal('no-referrer');
    expect(request.cache).to.equal('no-cache');
    expect([...request.headers.keys()]).to.deep.equal([]);
  });

  it('has a state before the listener is called, and calls it only on a change', async () => {
    const subscription = fake.createHub().openFeed(URL_OF_FEED, listener);
    expect(subscription.state).to.deep.equal({ phase: 'loading', last: undefined });
    expect(states).to.deep.equal([]);
    fake.requests[0]!.answer(sampleFeed(), { headers: { etag: '"a"' } });
    await eventually(() => states.length === 1);
    expect(subscription.state).to.equal(states[0]);
    expect(states[0]).to.deep.equal({
      phase: 'ready',
      last: { feed: sampleFeed(), receivedAtMs: START_MS, clockOffsetMs: 0, etag: '"a"' },
    });
  });

  it('gives a later reader the current state without asking again', async () => {
    const hub = fake.createHub();
    hub.openFeed(URL_OF_FEED, listener);
    fake.requests[0]!.answer(sampleFeed());
    await eventually(() => states.length === 1);
    expect(hub.openFeed(URL_OF_FEED, listener).state).to.equal(states[0]);
    expect(fake.requests).to.have.length(1);
  });

  it('keeps the streams of different URLs apart', async () => {
    const hub = fake.createHub();
    hub.openFeed(URL_OF_FEED, listener);
    const other = hub.openFeed('https://status.example/v1/services/discord/status.json', listener);
    fake.requests[0]!.answer(sampleFeed());
    await eventually(() => states.length === 1);
    expect(other.state.phase).to.equal('loading');
  });

  it('aborts the first request when its last reader leaves during it, a macrotask later', () => {
    const subscription = fake.createHub().openFeed(URL_OF_FEED, listener);
    subscription.release();
    expect(fake.requests[0]!.isAborted).to.equal(false);
    fake.advance(0);
    expect(fake.requests[0]!.isAborted).to.equal(true);
    expect(fake.timersMs).to.deep.equal(
      [10_000],
      'its time-out is cleared once the abort has come through',
    );
  });

  it('publishes nothing after the last release', async () => {
    const subscription = fake.createHub().openFeed(URL_OF_FEED, listener);
    subscription.release();
    fake.advance(0);
    await eventually(() => fake.timersMs.length === 0);
    expect(states).to.deep.equal([]);
    expect((await subscription.refreshNow()).phase).to.equal('loading');
    expect(fake.requests).to.have.length(1);
  });

  it('keeps the stream of an element that moves: release and reopen in one task', async () => {
    const hub = fake.createHub();
    hub.openFeed(URL_OF_FEED, listener).release();
    const moved = hub.openFeed(URL_OF_FEED, listener);
    fake.advance(0);
    expect(fake.requests).to.have.length(1);
    fake.requests[0]!.answer(sampleFeed());
    await eventually(() => states.length === 1);
    expect(moved.state.phase).to.equal('ready');
  });

  it('starts afresh after the last release, and a second release of the old reader does not end the new stream', async () => {
    const hub = fake.createHub();
    const old = hub.openFeed(URL_OF_FEED, listener);
    old.release();
    fake.advance(0);
    hub.openFeed(URL_OF_FEED, listener);
    old.release();
    fake.advance(0);
    hub.openFeed(URL_OF_FEED, listener);
    expect(fake.requests).to.have.length(2);
    expect(fake.requests[1]!.isAborted).to.equal(false);
    fake.requests[1]!.answer(sampleFeed());
    await eventually(() => states.length === 2);
  });

  it('does not call a released reader while others read on', async () => {
    const hub = fake.createHub();
    const heard: string[] = [];
    const leaving = hub.openFeed(URL_OF_FEED, () => heard.push('leaving'));
    hub.openFeed(URL_OF_FEED, () => heard.push('staying'));
    leaving.release();
    fake.requests[0]!.answer(sampleFeed());
    await eventually(() => heard.length > 0);
    expect(heard).to.deep.equal(['staying']);
  });

  it('lets a prefetch and its later reader share one request', async () => {
    const hub = fake.createHub();
    hub.prefetchFeed(URL_OF_FEED);
    hub.openFeed(URL_OF_FEED, listener);
    expect(fake.requests).to.have.length(1);
    fake.requests[0]!.answer(sampleFeed());
    await eventually(() => states.length === 1);
    fake.advance(30_000);
    expect(hub.openFeed(URL_OF_FEED, listener).state.phase).to.equal('ready');
    expect(fake.requests).to.have.length(1);
  });

  it('drops a prefetch without a reader after 30 s, without loading the watcher', async () => {
    let loadCount = 0;
    const watcher = () => ((loadCount += 1), fake.loaders.watcher());
    const hub = fake.createHub({ ...fake.loaders, watcher });
    hub.prefetchFeed(URL_OF_FEED);
    fake.requests[0]!.answer(sampleFeed());
    await eventually(() => fake.timersMs.length === 1);
    fake.advance(30_000);
    expect(loadCount).to.equal(0);
    expect(hub.openFeed(URL_OF_FEED, listener).state.phase).to.equal('loading');
    expect(fake.requests).to.have.length(2);
  });

  it('takes the answer to a request that has left already, and the time when it came', async () => {
    const hub = fake.createHub();
    const headers = { date: new Date(START_MS + 5000).toUTCString() };
    const response = new Response(JSON.stringify(sampleFeed()), { headers });
    const received = Promise.resolve({ response, receivedAtMs: START_MS - 30_000 });
    hub.prefetchFeed(URL_OF_FEED, {
      answer: { url: URL_OF_FEED, abort: () => undefined, received },
    });
    hub.openFeed(URL_OF_FEED, listener);
    await eventually(() => states.length === 1);
    expect(states[0]!.last).to.deep.include({
      receivedAtMs: START_MS - 30_000,
      clockOffsetMs: 35_000,
    });
    expect(fake.requests).to.have.length(0);
  });

  it('takes the body of an answer that has been read already', async () => {
    const response = new Response('read');
    const received = Promise.resolve({
      response,
      receivedAtMs: START_MS,
      text: JSON.stringify(sampleFeed()),
    });
    const answer = { url: URL_OF_FEED, abort: () => undefined, received };
    expect((await fake.createHub().prefetchFeed(URL_OF_FEED, { answer })).phase).to.equal('ready');
  });

  it('ends a request that has left already when nobody reads the feed any more', async () => {
    const hub = fake.createHub();
    const controller = new AbortController();
    const received = new Promise<never>((_resolve, reject) => {
      controller.signal.addEventListener('abort', () => reject(controller.signal.reason));
    });
    hub.prefetchFeed(URL_OF_FEED, {
      answer: { url: URL_OF_FEED, abort: () => controller.abort(), received },
    });
    hub.openFeed(URL_OF_FEED, listener).release();
    fake.advance(0);
    expect(controller.signal.aborted).to.equal(true);
    expect(states).to.have.length(0);
  });

  it('fails like any other request where one that has left already got no answer', async () => {
    const received = Promise.reject(new TypeError('Failed to fetch'));
    const answer = { url: URL_OF_FEED, abort: () => undefined, received };
    const state = await fake.createHub().prefetchFeed(URL_OF_FEED, { answer });
    expect(state.phase === 'failed' && state.error.code).to.equal('network');
    expect(fake.requests).to.have.length(0);
  });

  it('joins a refresh to the first request', async () => {
    const subscription = fake.createHub().openFeed(URL_OF_FEED, listener);
    const refreshed = subscription.refreshNow();
    fake.requests[0]!.answer(sampleFeed());
    expect((await refreshed).phase).to.equal('ready');
    expect(fake.requests).to.have.length(1);
  });

  it('resolves a refresh of a failing feed with the failure', async () => {
    const subscription = fake.createHub().openFeed(URL_OF_FEED, listener);
    const refreshed = subscription.refreshNow();
    fake.requests[0]!.answer('gone', { status: 404 });
    const state = await refreshed;
    expect(state.phase === 'failed' && state.error.code).to.equal('http');
    expect(state.last).to.equal(undefined);
  });

  it('keeps the first feed when the watcher cannot be loaded, and tries again at the next refresh', async () => {
    let loadCount = 0;
    const watcher = () => {
      loadCount += 1;
      return loadCount === 1 ? Promise.reject(new TypeError('chunk')) : fake.loaders.watcher();
    };
    const subscription = fake
      .createHub({ ...fake.loaders, watcher })
      .openFeed(URL_OF_FEED, listener);
    fake.requests[0]!.answer(sampleFeed());
    await eventually(() => loadCount === 1);
    expect(subscription.state.phase).to.equal('ready');
    const refreshed = subscription.refreshNow();
    (await fake.request(2)).answer(sampleFeed({ generatedAt: '2026-11-22T09:00:30Z' }));
    expect((await refreshed).last?.feed.generatedAt).to.equal('2026-11-22T09:00:30Z');
  });

  it("makes a feed from a vendor's own page", async () => {
    fake.createHub().openFeed('https://vendor.example/api/v2/status.json', listener);
    fake.requests[0]!.answer({
      page: { id: 'x', name: 'Vendor', url: 'https://vendor.example' },
      status: { indicator: 'major' },
    });
    await eventually(() => states.length === 1);
    expect(states[0]!.last?.feed).to.include({ status: 'partial_outage', community: null });
    expect(states[0]!.last?.feed.service).to.deep.equal({
      id: 'vendor',
      name: 'Vendor',
      url: 'https://vendor.example/',
    });
    await eventually(() => fake.pageListenerCount === 1);
    expect(fake.eventSources).to.have.length(0, "a vendor's page has no events beside it");
  });

  it('does not let a reader that throws keep the feed from the others', async () => {
    const hub = fake.createHub();
    hub.openFeed(URL_OF_FEED, () => {
      throw new Error('a mistake in the page');
    });
    hub.openFeed(URL_OF_FEED, listener);
    fake.requests[0]!.answer(sampleFeed());
    await eventually(() => states.length === 1);
    expect(() => fake.advance(0)).to.throw('a mistake in the page');
  });
});

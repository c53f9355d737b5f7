import { expect } from '@open-wc/testing';
import { eventually } from './fake-surroundings.js';
import { feedOf, HOST, MINUTE_MS, SILENT_MS, URL_OF_FEED, PushBench } from './push-bench.js';
import { sampleFeed } from './sample-feed.js';

describe('a feed watched by push', () => {
  let bench: PushBench;
  beforeEach(() => {
    bench = new PushBench();
  });
  afterEach(() => bench.close());

  it('connects beside the feed and shows what arrives', async () => {
    await bench.open();
    expect(bench.source().url).to.equal(`${HOST}/v1/services/kik/events`);
    bench.source().connect();
    bench.source().send(feedOf('09:00:05'));
    expect(bench.states[1]!.phase).to.equal('ready');
    expect(bench.states[1]!.last?.feed.generatedAt).to.equal('2026-11-22T09:00:05Z');
    expect(bench.fake.requests).to.have.length(1);
  });

  it('keeps the guide, which is not pushed', async () => {
    const guide = {
      steps: [{ id: 'restart', title: 'Restart', text: 'Turn it off and on.' }],
      faq: [],
    };
    await bench.open(sampleFeed({ guide }));
    bench.source().connect();
    bench.source().send(feedOf('09:00:05'));
    expect(bench.states[1]!.last?.feed.guide).to.deep.equal(guide);
  });

  it('says nothing when a push repeats the feed on screen, and still counts as heard', async () => {
    await bench.open();
    bench.source().connect();
    bench.source().send(sampleFeed());
    expect(bench.states).to.have.length(1);
    expect(bench.fake.timersMs).to.include(150_000);
    bench.source().send(sampleFeed({ status: 'unknown' }));
    expect(bench.states[1]!.last?.feed.status).to.equal('unknown');
  });

  it('polls rarely while push is healthy, but before a quiet feed goes stale', async () => {
    await bench.open();
    expect(bench.fake.timersMs).to.deep.equal([SILENT_MS, MINUTE_MS]);
    bench.hear();
    expect(bench.fake.timersMs).to.deep.equal([SILENT_MS, 150_000], 'half of maxAgeSeconds');
    bench.subscription.setRefresh(15);
    expect(bench.fake.timersMs).to.deep.equal([SILENT_MS, 75_000], 'five intervals');
  });

  it('drops a pushed feed that is older than the one on screen', async () => {
    await bench.open();
    bench.source().connect();
    bench.source().send(feedOf('08:59:59'));
    expect(bench.subscription.state.last?.feed.generatedAt).to.equal('2026-11-22T09:00:00Z');
  });

  it('drops the answer of a poll that was overtaken by push', async () => {
    await bench.open();
    const refreshed = bench.subscription.refreshNow();
    await bench.fake.request(2);
    bench.source().connect();
    bench.source().send(feedOf('09:00:05'));
    bench.fake.requests[1]!.answer(feedOf('09:00:02'));
    await refreshed;
    expect(bench.subscription.state.phase).to.equal('ready');
    expect(bench.subscription.state.last?.feed.generatedAt).to.equal('2026-11-22T09:00:05Z');
  });

  it('ignores a pushed document that is not a feed and polls instead', async () => {
    await bench.open();
    bench.source().connect();
    bench.source().send({ version: 1, status: 'fine' });
    expect(bench.states).to.have.length(1);
    (await bench.fake.request(2)).answer(feedOf('09:00:05'));
    await eventually(() => bench.states.length === 2);
    expect(bench.states[1]!.last?.feed.generatedAt).to.equal('2026-11-22T09:00:05Z');
    expect(bench.source().readyState).to.equal(1, 'one bad event is no reason to disconnect');
  });

  it('gives push up after three bad events', async () => {
    await bench.open();
    bench.source().connect();
    for (let count = 0; count < 3; count += 1) bench.source().send('not JSON');
    expect(bench.source().readyState).to.equal(2);
    (await bench.fake.request(2)).answer(feedOf('09:00:05'));
    await eventually(() => bench.states.length === 2);
    expect(bench.fake.timersMs).to.deep.equal([MINUTE_MS]);
    expect(bench.fake.eventSources).to.have.length(1);
  });

  it('gives push up after three failures in a row, and tries again after five minutes', async () => {
    await bench.open();
    bench.source().drop();
    bench.source().drop();
    expect(bench.source().readyState).to.equal(0);
    bench.source().drop();
    expect(bench.source().readyState).to.equal(2);
    bench.subscription.setRefresh('off');
    bench.fake.advance(5 * MINUTE_MS - 1);
    bench.subscription.setRefresh(60);
    await bench.takeSlots();
    expect(bench.fake.eventSources).to.have.length(1);
    bench.fake.advance(1);
    bench.subscription.setRefresh(61);
    await bench.takeSlots();
    expect(bench.fake.eventSources).to.have.length(2);
  });

  it('counts a connection that soon breaks as a failure, but not one that lasted', async () => {
    await bench.open();
    for (let count = 0; count < 5; count += 1) {
      bench.source().connect();
      bench.fake.nowMs += 30_000;
      bench.source().drop();
    }
    expect(bench.source().readyState).to.equal(0);
    for (let count = 0; count < 2; count += 1) {
      bench.source().connect();
      bench.fake.nowMs += 29_999;
      bench.source().drop();
    }
    expect(bench.source().readyState).to.equal(2);
  });

  it('stops connecting for a while after a refusal', async () => {
    await bench.open();
    bench.source().refuse();
    expect(bench.fake.timersMs).to.deep.equal([MINUTE_MS]);
    bench.subscription.setRefresh(30);
    expect(bench.fake.eventSources).to.have.length(1);
  });

  it('polls where the browser has no event source', async () => {
    bench.fake.page = { ...bench.fake.page, openEventSource: undefined };
    await bench.open();
    expect(bench.fake.timersMs).to.deep.equal([MINUTE_MS]);
  });

  it('disconnects while the page is hidden and reconnects on return', async () => {
    await bench.open();
    bench.source().connect();
    bench.fake.setVisible(false);
    expect(bench.source().readyState).to.equal(2);
    expect(bench.fake.timersMs).to.deep.equal([]);
    bench.fake.setVisible(true);
    await bench.takeSlots();
    expect(bench.fake.eventSources).to.have.length(2);
    bench.source(1).send(feedOf('09:00:09'));
    expect(bench.states).to.have.length(1, 'an event of the old connection is not heard');
  });

  it('disconnects when refresh is off, and reconnects when it is on again', async () => {
    await bench.open();
    bench.source().connect();
    bench.subscription.setRefresh('off');
    expect(bench.source().readyState).to.equal(2);
    expect(bench.fake.timersMs).to.deep.equal([]);
    bench.subscription.setRefresh(60);
    await bench.takeSlots();
    expect(bench.fake.eventSources).to.have.length(2);
  });

  it('disconnects on the last release', async () => {
    await bench.open();
    bench.source().connect();
    bench.subscription.release();
    bench.fake.advance(0);
    expect(bench.source().readyState).to.equal(2);
    expect(bench.fake.pageListenerCount).to.equal(0);
    expect(bench.fake.timersMs).to.deep.equal([]);
  });

  it('clears a failure with the next pushed feed', async () => {
    bench.subscription = bench.hub.openFeed(URL_OF_FEED, (state) => bench.states.push(state));
    bench.fake.requests[0]!.answer(sampleFeed());
    await eventually(() => bench.fake.eventSources.length === 1);
    bench.source().connect();
    const refreshed = bench.subscription.refreshNow();
    (await bench.fake.request(2)).answer('', { status: 500 });
    expect((await refreshed).phase).to.equal('failed');
    bench.source().send(feedOf('09:00:05'));
    expect(bench.subscription.state.phase).to.equal('ready');
    expect(bench.fake.timersMs).to.deep.equal([SILENT_MS, 150_000]);
  });

  it('does not connect for a feed without reports, nor for one at another kind of address', async () => {
    await bench.open(sampleFeed({ community: null }));
    expect(bench.fake.eventSources).to.have.length(0);
    const other = bench.hub.openFeed(`${HOST}/kik.json`, () => undefined);
    (await bench.fake.request(2)).answer(sampleFeed());
    await eventually(() => bench.fake.pageListenerCount === 2);
    expect(bench.fake.eventSources).to.have.length(0);
    other.release();
    bench.fake.advance(0);
  });

  it('keeps connections to a host free for requests: two streams are pushed, the others poll, and move up', async () => {
    const subscriptions = ['a', 'b', 'c'].map((id) =>
      bench.hub.openFeed(`${HOST}/v1/services/${id}/status.json`, (state) =>
        bench.states.push(state),
      ),
    );
    bench.subscription = subscriptions[2]!;
    for (const request of bench.fake.requests) request.answer(sampleFeed());
    await eventually(() => bench.fake.pageListenerCount === 3);
    expect(bench.fake.eventSources.map(({ url }) => url.split('/').at(-2))).to.deep.equal([
      'a',
      'b',
    ]);
    subscriptions[0]!.release();
    subscriptions[1]!.release();
    bench.fake.advance(0);
    bench.fake.advance(MINUTE_MS);
    (await bench.fake.request(4)).answer(sampleFeed());
    await eventually(() => bench.fake.eventSources.length === 3);
    expect(bench.source(3).url).to.contain('/c/events');
  });
});
